/**
 * A newsroom's feeds in a site that Vite builds.
 *
 * @packageDocumentation
 */
import { dirname, resolve } from 'node:path'
import { formatIssue } from '../issue.js'
import { alternateLinks } from '../newsroom/alternate-links.js'
import type { Newsroom } from '../newsroom/definition.js'
import { isArticleSource } from '../newsroom/source.js'
import { siteFault } from './site-fault.js'
import { readably } from './findings-text.js'
import { insertLinks } from './insert-links.js'
import { makeFeeds, type MadeFeeds } from './make-feeds.js'
import type { PluginOptions } from './options.js'
import { serveFeeds } from './serve-feeds.js'
import type { VitePlugin, ViteConfig } from './vite-types.js'

export type { PluginOptions } from './options.js'
export type { VitePlugin } from './vite-types.js'

/**
 * Makes the Vite plugin. A build has the feeds among its files; when an article has an error, it fails before the
 * output folder is touched, with file and line. The development server makes the feeds anew for each request. The pages
 * that Vite itself builds, such as `index.html`, name the feeds.
 *
 * @param newsroom the definition that `pressfeed.config.ts` exports
 */
export function pressfeed(newsroom: Newsroom, options: PluginOptions = {}): VitePlugin {
  const { strict, links = true } = options
  let config: ViteConfig | undefined
  let root = ''
  let lines = ''
  let made: MadeFeeds | undefined
  return {
    name: 'pressfeed',
    // Nobody can ask for the files of a server's build.
    applyToEnvironment: ({ name }) => name === 'client',

    configResolved(resolved) {
      config = resolved
      const { configFile, root: site } = resolved
      root = resolve(options.root ?? (configFile === undefined ? site : dirname(configFile)))
      lines = readably(() => alternateLinks(newsroom))
      const fault = siteFault(newsroom, resolved.base)
      if (fault !== undefined) resolved.logger.warn(`pressfeed: ${fault}`)
    },

    configureServer: serveFeeds(newsroom, () => ({
      root,
      onError: (text) => config?.logger.error(text),
    })),

    async buildStart() {
      if (config?.command !== 'build') return
      const { articles } = newsroom
      const watched = isArticleSource(articles) ? articles.watchedPaths(root) : []
      for (const path of watched) this.addWatchFile(path)
      const { cacheDir: cacheFolder, build } = config
      const outDir = resolve(config.root, build.outDir)
      made = await makeFeeds(newsroom, { root, cacheFolder, outDir, strict })
      for (const issue of made.warnings) this.warn(formatIssue(issue))
    },

    async generateBundle() {
      if (made === undefined) return
      for (const fileName of made.paths) {
        this.emitFile({ type: 'asset', fileName, source: await made.read(fileName) })
      }
    },

    // Frameworks that make their pages themselves warn of a plugin that has this.
    ...(links && {
      transformIndexHtml(html: string) {
        const page = insertLinks(html, lines)
        if (page === undefined) config?.logger.warn(`pressfeed: ${noPlace}`)
        return page ?? html
      },
    }),
  }
}

const noPlace = 'A page does not name the feeds: expected </head> or <body> in it'
