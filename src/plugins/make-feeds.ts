/** The feeds for a tool that empties its output folder: made aside, before it does, and handed over later. */
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Issue } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { build } from '../node/build.js'
import { readable } from './findings-text.js'

/** Where feeds are made, and for what. All paths are absolute. */
export interface Making {
  /** The folder to which relative paths of the newsroom are relative. */
  readonly root: string
  /** The tool's folder for what it keeps from one build to the next. */
  readonly cacheFolder: string
  /** The tool's output folder; nothing is written there. */
  readonly outDir: string
  readonly strict: boolean | undefined
}

/** Feeds that are made. */
export interface MadeFeeds {
  /** Paths relative to the output folder, with slashes: `fr/atom.xml`. */
  readonly paths: readonly string[]
  readonly read: (path: string) => Promise<Uint8Array>
  readonly warnings: readonly Issue[]
}

/**
 * Makes the feeds in a folder of the cache. There a later build finds what it made before, and the list that it keeps of
 * it is not deployed with the site.
 *
 * @throws an error that tools can print, when something refuses the feeds
 */
export async function makeFeeds(newsroom: Newsroom, making: Making): Promise<MadeFeeds> {
  const { root, cacheFolder, outDir, strict } = making
  // One for each output folder: a project may build several sites.
  const name = encodeURIComponent(relative(root, outDir))
  const folder = join(cacheFolder, 'pressfeed', name)
  try {
    const { documents, issues } = await build(newsroom, { root, outDir: folder, strict })
    return {
      paths: documents.map(({ path }) => path),
      read: (path) => readFile(join(folder, path)),
      warnings: issues,
    }
  } catch (error) {
    throw readable(error)
  }
}
