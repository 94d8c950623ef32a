/**
 * A newsroom's feeds in a site that Astro builds.
 *
 * @packageDocumentation
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatIssue } from '../issue.js'
import { alternateLinks } from '../newsroom/alternate-links.js'
import type { Newsroom } from '../newsroom/definition.js'
import type { AstroConfig, AstroIntegration } from './astro-types.js'
import { readably } from './findings-text.js'
import { insertLinks } from './insert-links.js'
import { makeFeeds, type MadeFeeds } from './make-feeds.js'
import type { PluginOptions } from './options.js'
import { serveFeeds } from './serve-feeds.js'
import { siteFault } from './site-fault.js'

export type { AstroIntegration } from './astro-types.js'
export type { PluginOptions } from './options.js'

/**
 * Makes the Astro integration. A build has the feeds among its files; when an article has an error, it fails before the
 * output folder is touched, with file and line. The development server makes the feeds anew for each request. Pages that
 * are built name the feeds; those that a server renders do not, since they are not there yet.
 *
 * @param newsroom the definition that `pressfeed.config.ts` exports
 */
export function pressfeed(newsroom: Newsroom, options: PluginOptions = {}): AstroIntegration {
  const { strict, links = true } = options
  let config: AstroConfig | undefined
  let root = ''
  let lines = ''
  let made: MadeFeeds | undefined
  return {
    name: 'pressfeed',
    hooks: {
      'astro:config:setup'({ config: given, command, updateConfig, logger }) {
        config = given
        root = options.root ?? fileURLToPath(given.root)
        lines = readably(() => alternateLinks(newsroom))
        const fault = siteFault(newsroom, given.base, given.site)
        if (fault !== undefined) logger.warn(fault)
        if (command !== 'dev') return
        const onError = (text: string) => logger.error(text)
        const configureServer = serveFeeds(newsroom, () => ({ root, onError }))
        updateConfig({ vite: { plugins: [{ name: 'pressfeed', configureServer }] } })
      },

      async 'astro:build:start'({ logger }) {
        if (config === undefined) return
        const [cacheFolder, outDir] = [fileURLToPath(config.cacheDir), fileURLToPath(config.outDir)]
        made = await makeFeeds(newsroom, { root, cacheFolder, outDir, strict })
        for (const issue of made.warnings) logger.warn(formatIssue(issue))
      },

      async 'astro:build:done'({ dir, assets, logger }) {
        for (const path of made?.paths ?? []) {
          const file = join(fileURLToPath(dir), path)
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, (await made?.read(path)) ?? '')
        }
        if (!links) return
        for (const file of [...assets.values()]
          .flat()
          .filter(({ pathname }) => pathname.endsWith('.html'))) {
          const page = await readFile(file, 'utf8')
          const named = insertLinks(page, lines)
          if (named !== undefined) await writeFile(file, named)
          else if (/^<!doctype/i.test(page))
            logger.warn(`${fileURLToPath(file)} has no place for links`)
        }
      },
    },
  }
}
