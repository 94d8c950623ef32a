/** What the integration uses of Astro, so that no version of it has to be named. Types only. */
import type { ViteServer } from './vite-types.js'

/** The configuration. Folders are addresses that begin with `file:`. */
export interface AstroConfig {
  readonly root: URL
  readonly outDir: URL
  readonly cacheDir: URL
  readonly base: string
  readonly site?: string | undefined
}

/** Where Astro's log is written. */
export interface AstroLogger {
  readonly warn: (text: string) => void
  readonly error: (text: string) => void
}

/** What is put into the Vite of Astro's development server. */
export interface AstroVitePlugin {
  readonly name: string
  readonly configureServer: {
    readonly order: 'pre'
    readonly handler: (server: ViteServer) => () => void
  }
}

/** The integration. Fits the type `AstroIntegration` of Astro 6 and 7. */
export interface AstroIntegration {
  readonly name: 'pressfeed'
  readonly hooks: {
    readonly 'astro:config:setup': (options: {
      readonly config: AstroConfig
      readonly command: string
      readonly updateConfig: (config: { vite: { plugins: AstroVitePlugin[] } }) => unknown
      readonly logger: AstroLogger
    }) => void
    readonly 'astro:build:start': (options: { readonly logger: AstroLogger }) => Promise<void>
    readonly 'astro:build:done': (options: {
      /** Where the files lie that browsers ask for. */
      readonly dir: URL
      /** The files of the pages, by route. */
      readonly assets: ReadonlyMap<string, readonly URL[]>
      readonly logger: AstroLogger
    }) => Promise<void>
  }
}
