/** What the plugins have in common for whoever calls them. Types only. */

/** Options of all plugins. */
export interface PluginOptions {
  /** Whether pages get the `<link rel="alternate">` lines of the feeds, where they have none. Default: `true`. */
  readonly links?: boolean | undefined
  /** Whether warnings refuse the build too. Default: `false`. */
  readonly strict?: boolean | undefined
  /**
   * The folder to which relative paths of the newsroom are relative. Default: that of the project, where the tool's
   * own configuration lies.
   */
  readonly root?: string | undefined
}
