// Makes out/: the feeds, and each worker as one file.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build } from 'pressfeed/node'
import newsroom from './newsroom.mjs'

const folder = import.meta.dirname
const out = join(folder, 'out')

const { documents, nextChange } = await build(newsroom, { outDir: join(out, 'site') })
writeFileSync(join(out, 'report.json'), JSON.stringify({ nextChange }))
for (const { path, bytes } of documents) console.log(path, bytes)

await bundle({
  entryPoints: ['worker.mjs', 'worker-built.mjs'].map((name) => join(folder, name)),
  outdir: out,
  bundle: true,
  format: 'esm',
  conditions: ['worker'],
  // These are texts for workerd, not code for the bundle.
  external: ['./out/site/*'],
})
