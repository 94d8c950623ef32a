// What is in an output folder, and whether a reader may find it so.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { site } from './generations.mjs'

/** What somebody else keeps in the folder. */
export const foreign = 'fr/foreign.txt'

/** The bytes of every file by its path, pressfeed's own folder left out. */
export function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = new Map()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!path.startsWith('.pressfeed/')) files.set(path, readFileSync(join(folder, path)))
  }
  return files
}

/** What is wrong with a folder in which a build may have been killed; empty if nothing is. */
export function faultsAfterKill(folder, { a, b }) {
  const files = filesOf(folder)
  const faults = []
  for (const [path, bytes] of files) {
    const versions = [a.get(path), b.get(path)].filter((version) => version !== undefined)
    if (path === foreign) continue
    if (versions.length === 0) faults.push(`${path} is unknown`)
    else if (!versions.some((version) => version.equals(bytes))) {
      faults.push(`${path} is torn: ${bytes.length} bytes, sha256 ${sha256(bytes)}`)
    }
  }
  for (const path of a.keys()) {
    if (b.has(path) && !files.has(path)) faults.push(`${path} is missing`)
  }
  return [...faults, ...foreignFaults(files), ...brokenChains(files)]
}

/** The list of files that a build leaves for the next one. */
export function manifestOf(folder) {
  const file = join(folder, '.pressfeed/manifest.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** What is wrong with a folder after a build that ended; empty if it is as that of a clean build. */
export function faultsAfterBuild(folder, reference, manifest) {
  const files = filesOf(folder)
  const faults = foreignFaults(files)
  for (const [path, bytes] of reference) {
    if (!files.has(path)) faults.push(`${path} is missing`)
    else if (!files.get(path).equals(bytes)) faults.push(`${path} differs from a clean build`)
  }
  for (const path of files.keys()) {
    if (!reference.has(path) && path !== foreign) faults.push(`${path} is left over`)
  }
  if (manifestOf(folder) !== manifest) faults.push('the list of files differs from a clean build')
  const own = join(folder, '.pressfeed')
  const left = existsSync(own) ? readdirSync(own).filter((name) => name !== 'manifest.json') : []
  return [...faults, ...left.map((name) => `.pressfeed/${name} is left over`)]
}

function foreignFaults(files) {
  return files.get(foreign)?.toString() === 'mine' ? [] : [`${foreign} is not as it was`]
}

/**
 * Feeds whose archive cannot be read to its oldest page: a link on the way leads to no file, or in a circle. A
 * subscriber who follows the links while a build runs, or after it was killed, would miss articles.
 */
export function brokenChains(files) {
  const faults = []
  for (const [path] of files) {
    if (!isFeed(path)) continue
    const seen = new Set()
    for (let at = path; at !== undefined; at = olderThan(files.get(at))) {
      if (!files.has(at)) faults.push(`${path} leads to ${at}, which is not there`)
      if (!files.has(at) || seen.has(at)) break
      seen.add(at)
    }
  }
  return faults
}

/** How many archive pages follow a feed. */
export function chainLength(files, path) {
  const next = olderThan(files.get(path))
  return next === undefined ? 0 : 1 + chainLength(files, next)
}

function isFeed(path) {
  return /^[^/]+\/(rss\.xml|atom\.xml|feed\.json)$/.test(path)
}

function olderThan(bytes) {
  const text = bytes.toString()
  const link = /<(?:atom:)?link\b[^>]*rel="prev-archive"[^>]*>/.exec(text)?.[0]
  const href = /href="([^"]*)"/.exec(link ?? '')?.[1] ?? /"next_url": ?"([^"]*)"/.exec(text)?.[1]
  return href === undefined ? undefined : decodeURI(href.slice(site.length))
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether a folder holds files of both generations, as after a kill between two renames. */
export function isMixed(folder, { a, b }) {
  const files = filesOf(folder)
  const are = (generation) =>
    [...files].some(([path, bytes]) => isOnlyIn(generation, path, bytes, { a, b }))
  return are(a) && are(b)
}

function isOnlyIn(generation, path, bytes, { a, b }) {
  const other = generation === a ? b : a
  return generation.get(path)?.equals(bytes) === true && other.get(path)?.equals(bytes) !== true
}
