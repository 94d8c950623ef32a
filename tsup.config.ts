import { defineConfig } from 'tsup'
import type { Options } from 'tsup'

/** The entry points of package.json. */
const entry = {
  index: 'src/index.ts',
  'markdown/index': 'src/markdown/index.ts',
  'node/index': 'src/node/index.ts',
  'web/index': 'src/web/index.ts',
  'interop/feed-package': 'src/interop/feed-package.ts',
  'plugins/astro': 'src/plugins/astro.ts',
  'plugins/eleventy': 'src/plugins/eleventy.ts',
  'plugins/vite': 'src/plugins/vite.ts',
}

const shared: Options = {
  platform: 'neutral',
  target: 'es2022',
  splitting: false,
  removeNodeProtocol: false,
  external: [/^node:/],
  silent: true,
}

/** `npm run build` empties dist/ first; neither of the two may, since they run side by side. */
export default defineConfig([
  // A module for each source file: bundlers drop whole files of a package without side effects, but
  // cannot tell that a schema made at the top of one big file is not needed.
  { ...shared, format: 'esm', entry: ['src/**/*.ts'], bundle: false, dts: { entry } },
  // Whole files, made by the same compiler; what several need stands in files of its own, so that there is
  // one FeedError for all. Their types are copied by scripts/commonjs-types.mjs.
  // Only the threads of a build ask for the address of their file, and do without if there is none.
  { ...shared, format: 'cjs', entry, splitting: true, define: { 'import.meta.url': 'undefined' } },
])
