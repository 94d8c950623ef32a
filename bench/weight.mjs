// What a user gets: minified bytes of each entry point bundled with all that it needs, and what is installed.
import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const bundles = [
  ['pressfeed: toRss', '.', `export { toRss } from 'pressfeed'`],
  ['pressfeed: toAtom', '.', `export { toAtom } from 'pressfeed'`],
  ['pressfeed: toJsonFeed', '.', `export { toJsonFeed } from 'pressfeed'`],
  ['pressfeed: the three writers', '.', `export { toRss, toAtom, toJsonFeed } from 'pressfeed'`],
  [
    'pressfeed: createFeed and the writers',
    '.',
    `export { createFeed, toRss, toAtom, toJsonFeed } from 'pressfeed'`,
  ],
  ['pressfeed: everything', '.', `export * from 'pressfeed'`],
  ['pressfeed/markdown', '.', `export * from 'pressfeed/markdown'`],
  ['pressfeed/web', '.', `export * from 'pressfeed/web'`],
  ['feed', 'bench', `export * from 'feed'`],
  ['rss', 'bench', `export { default } from 'rss'`],
  [
    'feedsmith: its generators',
    'bench',
    `export { generateRssFeed, generateAtomFeed, generateJsonFeed } from 'feedsmith'`,
  ],
  ['@astrojs/rss', 'bench', `export * from '@astrojs/rss'`],
  [
    'xast-util-feed, xast-util-to-xml',
    'bench',
    `export * from 'xast-util-feed'; export * from 'xast-util-to-xml'`,
  ],
  ['sanitize-html', 'bench', `export { default } from 'sanitize-html'`],
]

/** Rows `{ name, bytes }`. */
export async function measureBundles() {
  const rows = []
  for (const [name, folder, contents] of bundles) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: resolve(folder) },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      tsconfigRaw: {},
      // Node's own modules, which some of the others name; a bundler for browsers leaves them out.
      external: ['fs', 'path', 'url', 'stream', 'source-map-js'],
      logLevel: 'silent',
    })
    rows.push({ name, bytes: outputFiles[0].text.length })
  }
  return rows
}

const installed = ['feed', 'rss', 'feedsmith', '@astrojs/rss']

/** Rows `{ name, packages, bytes }` of what `npm install` of each brings. */
export function measureInstalled() {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-bench-'))
  try {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        encoding: 'utf8',
      }),
    )
    const own = join(folder, packed[0].filename)
    return [['pressfeed', own], ...installed.map((name) => [name, name])].map(([name, spec]) => {
      const place = join(folder, `of-${name.replace(/\W/g, '-')}`)
      mkdirSync(place)
      writeFileSync(join(place, 'package.json'), '{}')
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', spec], { cwd: place })
      return { name, ...sizeOf(join(place, 'node_modules')) }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sizeOf(modules) {
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    0,
  )
  const packages = files.filter(
    ({ parentPath, name }) =>
      name === 'package.json' && /node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+$/.test(parentPath),
  ).length
  return { packages, bytes }
}
