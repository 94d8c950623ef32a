import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

// Bytes of the minified bundle with all dependencies: what is allowed, up to a tenth above what
// it was when last looked at. Most of `pressfeed` is htmlparser2 and the tables that it brings along;
// most of `pressfeed/markdown` is markdown-it and yaml.
const budgets = [
  ['toJsonFeed', `export { toJsonFeed } from 'pressfeed'`, 9_400], // now 9,265
  ['toRss', `export { toRss } from 'pressfeed'`, 14_200], // now 14,090
  ['toAtom', `export { toAtom } from 'pressfeed'`, 14_300], // now 14,291
  ['pressfeed', `export * from 'pressfeed'`, 300_000], // now 292,186
  ['pressfeed/markdown', `export * from 'pressfeed/markdown'`, 298_000], // now 271,000
  ['pressfeed/web', `export * from 'pressfeed/web'`, 345_000], // now 315,933, the page for people with it
  ['pressfeed/feed', `export * from 'pressfeed/feed'`, 18_800], // now 17,078
] as const

describe('the minified bundle', () => {
  it.each(budgets)('of %s stays within its budget', async (_, code, budget) => {
    const { text } = await bundle(code)
    expect(text.length).toBeGreaterThan(0)
    expect(text.length).toBeLessThanOrEqual(budget)
  })

  it('of toJsonFeed has no XML and no HTML code in it', async () => {
    const { text, packages } = await bundle(budgets[0][1])
    expect(text).not.toContain('<![CDATA[')
    expect(text).not.toContain('figcaption')
    expect(packages).toEqual([])
  })

  it('of everything has them: the checks above can fail', async () => {
    const { text, packages } = await bundle(budgets[3][1])
    expect(text).toContain('<![CDATA[')
    expect(text).toContain('figcaption')
    expect(packages).toContain('htmlparser2')
  })
})

/** Bundles code against dist/, as a web page would get it; and the packages that left bytes in it. */
async function bundle(code: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Our own tsconfig.json maps the names to src/.
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const packages = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1])
    .filter((name) => name !== undefined)
  return { text: outputFiles[0]?.text ?? '', packages: [...new Set(packages)] }
}
