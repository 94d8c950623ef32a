import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { codeBlockModules } from './tests/code-blocks.js'

const runs = process.env['PRESSFEED_RUNS']
const report = process.env['PRESSFEED_REPORT']

// What takes minutes, or needs programs that npm does not bring. They run when they are named: `vitest run tests/hosts`.
const onlyNamed = [
  'tests/autodiscovery/readers.test.ts',
  'tests/browser',
  'tests/command',
  'tests/hostile/sizes.test.ts',
  'tests/hosts',
  'tests/readers',
  'tests/safety',
]
const ownModules = ['tests/node/any-source.test.ts', 'tests/node/output-lock.test.ts']
const isNamed = (place: string): boolean =>
  process.argv.slice(2).some((word) => word.startsWith(place) || place.startsWith(`${word}/`))

const excluded = onlyNamed
  .filter((place) => !isNamed(place))
  .map((place) => (place.endsWith('.ts') ? place : `${place}/**`))

/**
 * PRESSFEED_RUNS: how many random cases each property gets (default: what the property says).
 * PRESSFEED_REPORT: a file that gets the counts as JSON.
 */
export default defineConfig({
  plugins: [codeBlockModules()],
  resolve: {
    alias: [
      { find: /^pressfeed$/, replacement: source('src/index.ts') },
      { find: /^pressfeed\/markdown$/, replacement: source('src/markdown/index.ts') },
      { find: /^pressfeed\/node$/, replacement: source('src/node/index.ts') },
      { find: /^pressfeed\/web$/, replacement: source('src/web/index.ts') },
      { find: /^pressfeed\/feed$/, replacement: source('src/interop/feed-package.ts') },
      { find: /^pressfeed\/astro$/, replacement: source('src/plugins/astro.ts') },
      { find: /^pressfeed\/eleventy$/, replacement: source('src/plugins/eleventy.ts') },
      { find: /^pressfeed\/vite$/, replacement: source('src/plugins/vite.ts') },
    ],
  },
  test: {
    projects: [
      project('shared', ['tests/**/*.test.ts'], ownModules, false),
      // With modules of their own, since they put others in their place.
      project('apart', ownModules, [], true),
    ],
    // By default one core is left idle, half of a small machine.
    maxWorkers: '100%',
    setupFiles: runs === undefined ? [] : ['tests/property-runs.ts'],
    testTimeout: runs === undefined ? 30_000 : 1_800_000,
    // To take an installed package away takes long on a busy disk.
    hookTimeout: 60_000,
    reporters: report === undefined ? ['default'] : ['default', 'json'],
    ...(report !== undefined && { outputFile: { json: report } }),
  },
})

// Files of a worker share the modules that they import: to import them anew took more than half of the time.
function project(name: string, include: string[], apart: string[], isolate: boolean) {
  const exclude = [...configDefaults.exclude, ...excluded, ...apart]
  return { extends: true as const, test: { name, include, exclude, isolate } }
}

function source(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
