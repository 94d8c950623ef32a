/**
 * A newsroom's feeds in a site that Eleventy builds.
 *
 * @packageDocumentation
 */
import { relative, resolve } from 'node:path'
import process from 'node:process'
import { FeedError, formatIssue } from '../issue.js'
import { alternateLinks } from '../newsroom/alternate-links.js'
import type { Newsroom } from '../newsroom/definition.js'
import { isArticleSource } from '../newsroom/source.js'
import { build } from '../node/build.js'
import type { EleventyPlugin } from './eleventy-types.js'
import { findingsText, readable, readably } from './findings-text.js'
import { insertLinks } from './insert-links.js'
import type { PluginOptions } from './options.js'

export type {
  EleventyBuild,
  EleventyConfig,
  EleventyPage,
  EleventyPlugin,
} from './eleventy-types.js'
export type { PluginOptions } from './options.js'

/**
 * Makes the Eleventy plugin, for `addPlugin`. The feeds are built into the output folder before the pages, so that an
 * article with an error fails the build, with file and line, before any page is written. Where Eleventy watches, a change of
 * an article starts a new build, and an error is printed. The pages name the feeds. The shortcode `pressfeedLinks` gives the lines for a head of
 * your own.
 *
 * @param newsroom the definition that `pressfeed.config.mjs` exports
 */
export function pressfeed(newsroom: Newsroom, options: PluginOptions = {}): EleventyPlugin {
  return (config) => {
    const { strict, links = true } = options
    const root = resolve(options.root ?? '.')
    const lines = readably(() => alternateLinks(newsroom))
    const { articles } = newsroom
    const watched = isArticleSource(articles) ? articles.watchedPaths(root) : []
    for (const path of watched)
      config.addWatchTarget(`./${relative('.', path).replaceAll('\\', '/')}`)

    config.on('eleventy.before', async ({ dir, outputMode, runMode }) => {
      const dryRun = outputMode !== 'fs' || isDryRun()
      try {
        const { issues } = await build(newsroom, { root, outDir: dir.output, strict, dryRun })
        for (const issue of issues) print(formatIssue(issue))
      } catch (error) {
        // Who is writing wants to see the pages all the same, and an error here would end Eleventy 2.
        if (runMode === 'build' || !(error instanceof FeedError)) throw readable(error)
        print(findingsText(error))
      }
    })

    config.addShortcode('pressfeedLinks', () => lines)
    if (!links) return
    config.addTransform('pressfeed', function (content) {
      const isPage = typeof content === 'string' && String(this.page.outputPath).endsWith('.html')
      // A part of a page has no place for links, and needs none.
      return isPage ? (insertLinks(content, lines) ?? content) : content
    })
  }
}

// Eleventy's own log is not for plugins.
function print(text: string): void {
  process.stderr.write(`[pressfeed] ${text}\n`)
}

// Eleventy tells its plugins nothing of this option.
function isDryRun(): boolean {
  return process.argv.includes('--dryrun')
}
