/** What the plugin uses of Vite, so that no version of it has to be named. Types only. */
import type { Middleware } from './feed-middleware.js'

/** The resolved configuration. */
export interface ViteConfig {
  readonly command: 'build' | 'serve'
  readonly root: string
  readonly base: string
  readonly cacheDir: string
  readonly configFile?: string | undefined
  readonly build: { readonly outDir: string }
  readonly logger: { readonly warn: (text: string) => void; readonly error: (text: string) => void }
}

/** The development server. */
export interface ViteServer {
  readonly middlewares: { readonly use: (middleware: Middleware) => unknown }
}

/** A build that begins. */
export interface ViteBuild {
  readonly warn: (text: string) => void
  readonly addWatchFile: (path: string) => void
}

/** A build that has its files. */
export interface ViteBundle {
  readonly emitFile: (file: {
    readonly type: 'asset'
    readonly fileName: string
    readonly source: Uint8Array
  }) => string
}

/** The plugin. Fits the type `Plugin` of Vite 7 and 8 without naming it, so that two Vites in a project do no harm. */
export interface VitePlugin {
  readonly name: 'pressfeed'
  readonly applyToEnvironment: (environment: { readonly name: string }) => boolean
  readonly configResolved: (config: ViteConfig) => void
  readonly configureServer: {
    readonly order: 'pre'
    readonly handler: (server: ViteServer) => () => void
  }
  readonly buildStart: (this: ViteBuild) => Promise<void>
  readonly generateBundle: (this: ViteBundle) => Promise<void>
  readonly transformIndexHtml?: (html: string) => string
}
