// Gives the CommonJS entry points their types: those of the ES modules, under the names that TypeScript looks
// for beside a .cjs file. Run after tsup, which would need as long again to make the same declarations twice.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const declarations = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join('dist', name))
if (declarations.length === 0) throw new Error('dist/ has no declarations: tsup comes first')

for (const path of declarations) {
  const text = readFileSync(path, 'utf8')
  const imports = text.replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]+)\.js(?=['"])/g, '$1.cjs')
  writeFileSync(path.replace(/\.ts$/, '.cts'), imports)
}
