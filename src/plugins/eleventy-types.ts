/** What the plugin uses of Eleventy, which has no types of its own. Types only. */

/** A build that begins. */
export interface EleventyBuild {
  readonly dir: { readonly output: string }
  /** `fs`, or what is written to standard output instead. */
  readonly outputMode: string
  /** `build`, or one of those that go on: `serve`, `watch`. */
  readonly runMode: string
}

/** What a transform is told of its page. */
export interface EleventyPage {
  readonly page: { readonly outputPath: string | false }
}

/** What the configuration of Eleventy is given. */
export interface EleventyConfig {
  readonly on: (event: 'eleventy.before', call: (build: EleventyBuild) => Promise<void>) => unknown
  readonly addShortcode: (name: string, call: () => string) => unknown
  readonly addTransform: (
    name: string,
    call: (this: EleventyPage, content: unknown) => unknown,
  ) => unknown
  readonly addWatchTarget: (path: string) => unknown
}

/** The plugin. Goes into `addPlugin` of Eleventy 2 and 3. */
export type EleventyPlugin = (config: EleventyConfig) => void
