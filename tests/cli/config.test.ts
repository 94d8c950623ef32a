import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigFault } from '../../src/cli/config/config-fault.js'
import { findConfig } from '../../src/cli/config/find-config.js'
import { loadConfig } from '../../src/cli/config/load-config.js'
import { findJsonFault } from '../../src/cli/json/json-fault.js'
import { emptyFolder, services } from './surroundings.js'

const esm = (title: string) => `export default { title: '${title}' }\n`

async function load(name: string, text: string, folder = emptyFolder()) {
  writeFileSync(join(folder, name), text)
  return loadConfig(findConfig(name, folder), services())
}

async function fault(name: string, text: string, folder = emptyFolder()) {
  const error: unknown = await load(name, text, folder).catch((thrown: unknown) => thrown)
  if (!(error instanceof ConfigFault)) throw new Error('No ConfigFault', { cause: error })
  const { severity: _, ...issue } = error.issue
  return issue
}

describe('finding the configuration', () => {
  it.each(['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'])('finds .%s', (ending) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, `pressfeed.config.${ending}`), '')
    const file = join(folder, `pressfeed.config.${ending}`)
    expect(findConfig(undefined, folder)).toEqual({ file, root: folder })
  })

  it('takes none of two', () => {
    const folder = emptyFolder()
    for (const ending of ['json', 'ts'])
      writeFileSync(join(folder, `pressfeed.config.${ending}`), '')
    expect(() => findConfig(undefined, folder)).toThrow(
      'There are pressfeed.config.ts and pressfeed.config.json in this folder: keep one, or name it with --config.',
    )
  })

  it('says how to get one', () => {
    expect(() => findConfig(undefined, emptyFolder())).toThrow('npx pressfeed init')
    expect(() => findConfig(undefined, '/there/is/no/such')).toThrow('npx pressfeed init')
  })

  it('takes the one that is named, and its folder', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'a site'))
    writeFileSync(join(folder, 'a site/feeds.mjs'), '')
    expect(findConfig('a site/feeds.mjs', folder)).toEqual({
      file: join(folder, 'a site/feeds.mjs'),
      root: join(folder, 'a site'),
    })
  })

  it('refuses what is named and is no configuration', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'a.ts'))
    writeFileSync(join(folder, 'a.yaml'), '')
    expect(() => findConfig('b.ts', folder)).toThrow('There is no file "b.ts".')
    expect(() => findConfig('a.ts', folder)).toThrow('"a.ts" is a folder')
    expect(() => findConfig('a.yaml', folder)).toThrow('expected a name that ends in .ts, .mts')
  })
})

describe('loading a module', () => {
  it.each([
    ['c.ts', `const title: string = 'A'\nexport default { title } satisfies object\n`],
    ['c.mts', `enum Name { A = 'A' }\nexport default { title: Name.A }\n`],
    ['c.cts', `export = { title: 'A' }\n`],
    ['c.js', esm('A')],
    ['c.mjs', `const title = await Promise.resolve('A')\nexport default { title }\n`],
    ['c.cjs', `module.exports = { title: 'A' }\n`],
    ['c.cjs', `exports.title = 'A'\n`],
    ['c.ts', `export default Promise.resolve({ title: 'A' })\n`],
    ['c.ts', `export default () => ({ title: 'A' })\n`],
    ['c.ts', `export default async () => ({ title: 'A' })\n`],
    ['c.cjs', `module.exports = async () => ({ title: 'A' })\n`],
    ['c.ts', `\uFEFF#!/usr/bin/env node\nexport default { title: 'A' }\n`],
  ])('%s: %s', async (name, text) => {
    expect(await load(name, text)).toEqual({ title: 'A' })
  })

  it('works in a package of ES modules', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    expect(await load('c.js', esm('A'), folder)).toEqual({ title: 'A' })
    expect(await load('c.ts', esm('B'), folder)).toEqual({ title: 'B' })
  })

  it('gives our own modules where pressfeed is not installed', async () => {
    const text = `
      import { defineNewsroom } from 'pressfeed'
      import { markdownFolder } from 'pressfeed/node'
      import { fromMarkdown } from 'pressfeed/markdown'
      import { fromFeed } from 'pressfeed/feed'
      import { beside } from './beside.js'
      export default defineNewsroom({ a: markdownFolder('x'), b: fromMarkdown(), c: fromFeed(), beside })
    `
    const folder = emptyFolder()
    writeFileSync(
      join(folder, 'beside.ts'),
      `import { markdownFolder } from 'pressfeed/node'\nexport const beside: unknown = markdownFolder('y')\n`,
    )
    const newsroom = { a: 'folder x', b: 'markdown', c: 'feed', beside: 'folder y' }
    expect(await load('c.ts', text, folder)).toEqual(newsroom)
    const required = `const { defineNewsroom } = require('pressfeed')\nmodule.exports = defineNewsroom({ d: 1 })`
    expect(await load('c.cjs', required)).toEqual({ d: 1 })
  })

  it.each(['c.ts', 'c.mjs', 'c.cjs', 'c.json'])('reads %s again each time', async (name) => {
    const folder = emptyFolder()
    const text = (title: string) =>
      ({ '.cjs': `module.exports = { title: '${title}' }`, json: `{ "title": "${title}" }` })[
        name.slice(-4)
      ] ?? esm(title)
    expect(await load(name, text('A'), folder)).toEqual({ title: 'A' })
    expect(await load(name, text('B'), folder)).toEqual({ title: 'B' })
  })

  it('reads a TypeScript file beside it again too', async () => {
    const folder = emptyFolder()
    const text = `import title from './title'\nexport default { title }\n`
    writeFileSync(join(folder, 'title.ts'), `export default 'A'\n`)
    expect(await load('c.ts', text, folder)).toEqual({ title: 'A' })
    writeFileSync(join(folder, 'title.ts'), `export default 'B'\n`)
    expect(await load('c.ts', text, folder)).toEqual({ title: 'B' })
  })
})

describe('what is wrong with a module', () => {
  it.each([
    [
      'c.ts',
      `export default {\n  title: 'A'\n  link: 'B',\n}\n`,
      {
        code: 'cannot-read',
        message: 'Cannot read the configuration: Unexpected token, expected ","',
        file: 'c.ts',
        line: 3,
        column: 3,
      },
    ],
    [
      'c.mjs',
      `\nfunction go() {\n  throw new Error('DATABASE is not set')\n}\nexport default go()\n`,
      {
        message: 'The configuration stopped with an error: DATABASE is not set',
        file: 'c.mjs',
        line: 3,
      },
    ],
    [
      'c.ts',
      `import { nope } from 'pressfeed'\n\nexport default nope({})\n`,
      { message: 'The configuration stopped with an error: nope is not a function', line: 3 },
    ],
    [
      'c.ts',
      `export default async () => {\n  await null\n  throw new RangeError()\n}\n`,
      { message: 'The configuration stopped with an error: RangeError', line: 3 },
    ],
    [
      'c.ts',
      `export default Promise.reject(new Error('no\\nsecond line'))\n`,
      { message: 'The configuration stopped with an error: no', line: 1 },
    ],
    [
      'c.ts',
      `throw 'a text'\n`,
      { message: 'The configuration stopped with an error: a text', file: 'c.ts' },
    ],
    [
      'c.ts',
      `throw undefined\n`,
      { message: 'The configuration stopped with an error: no reason given' },
    ],
    [
      'c.ts',
      `import x from './not-there'\nexport default x\n`,
      { message: "Cannot find module './not-there'", file: 'c.ts', line: 1 },
    ],
    [
      'c.ts',
      `import x from 'not-installed-anywhere'\nexport default x\n`,
      { message: "Cannot find module 'not-installed-anywhere'", line: 1 },
    ],
    [
      'c.ts',
      `export const newsroom = {}\n`,
      {
        code: 'missing-field',
        message: 'No default export: expected export default defineNewsroom({ … })',
        file: 'c.ts',
      },
    ],
    ['c.mjs', `export const newsroom = {}\n`, { code: 'missing-field' }],
    ['c.cjs', ``, { code: 'missing-field' }],
    ['c.ts', ``, { code: 'missing-field' }],
    [
      'c.ts',
      `export default undefined\n`,
      { code: 'wrong-type', message: 'Cannot use nothing: expected a newsroom', file: 'c.ts' },
    ],
    ['c.ts', `export default 'A'\n`, { message: 'Cannot use a text: expected a newsroom' }],
    ['c.ts', `export default [{}]\n`, { message: 'Cannot use a list: expected a newsroom' }],
    ['c.ts', `export default () => 3\n`, { message: 'Cannot use a number: expected a newsroom' }],
  ])('%s: %j', async (name, text, expected) => {
    const found = await fault(name, text)
    expect(found).toMatchObject(expected)
    expect(found.message).not.toMatch(/\n|jiti|at \//)
  })

  it('is named by the file in which it happens', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'lib'))
    writeFileSync(join(folder, 'lib/b.ts'), `export const a = 1\n\nthrow new Error('here')\n`)
    const text = `import './lib/b'\nexport default {}\n`
    expect(await fault('c.ts', text, folder)).toMatchObject({ file: 'lib/b.ts', line: 3 })
    writeFileSync(join(folder, 'lib/b.ts'), `export const a = 1\n}\n`)
    expect(await fault('c.ts', text, folder)).toMatchObject({
      file: 'lib/b.ts',
      line: 2,
      column: 1,
    })
  })

  it('may be that it cannot be opened', async () => {
    const folder = emptyFolder()
    const file = join(folder, 'c.ts')
    writeFileSync(file, esm('A'))
    const config = findConfig('c.ts', folder)
    // root opens everything, so a folder in its place stands in for a file without permission.
    rmSync(file)
    mkdirSync(file)
    await expect(loadConfig(config, services())).rejects.toMatchObject({
      message: 'Cannot read the configuration: the system says EISDIR',
    })
  })
})

describe('a configuration in JSON', () => {
  it('is taken as it is, without $schema', async () => {
    const text = '\uFEFF{ "$schema": "./x.json", "title": "A", "articles": [{ "title": "B" }] }'
    expect(await load('c.json', text)).toEqual({ title: 'A', articles: [{ title: 'B' }] })
  })

  it('names its source', async () => {
    const folder = '{ "articles": { "markdownFolder": "content/news", "ignore": ["x"] } }'
    expect(await load('c.json', folder)).toEqual({
      articles: { source: 'markdownFolder', path: 'content/news', options: { ignore: ['x'] } },
    })
    expect(await load('c.json', '{ "articles": { "jsonFile": "a.ndjson" } }')).toEqual({
      articles: { source: 'jsonFile', path: 'a.ndjson' },
    })
  })

  it.each([
    ['{}', 'articles', 'expected a list, or one of markdownFolder and jsonFile'],
    ['{ "markdownFolder": "a", "jsonFile": "b" }', 'articles', 'expected a list, or one of'],
    ['{ "markdownFolder": 3 }', 'articles.markdownFolder', 'expected a path as text'],
    ['{ "jsonFile": "" }', 'articles.jsonFile', 'expected a path as text'],
    ['{ "jsonFile": "a", "ignore": [] }', 'articles.ignore', 'jsonFile takes a path alone'],
  ])('refuses articles %s', async (articles, path, message) => {
    const found = await fault('c.json', `{ "articles": ${articles} }`)
    expect(found).toMatchObject({ code: 'invalid-value', path, file: 'c.json' })
    expect(found.message).toContain(message)
  })

  it.each(['[]', '"A"', 'null', '3'])('refuses %s', async (text) => {
    expect(await fault('c.json', text)).toMatchObject({ code: 'wrong-type' })
  })

  it('says where it is not JSON', async () => {
    expect(await fault('c.json', '{\n  "title": "A",\n}\n')).toEqual({
      code: 'not-json',
      path: '',
      message: 'Cannot read the file as JSON: expected a name in double quotes here',
      file: 'c.json',
      line: 3,
      column: 1,
    })
  })
})

describe('a fault of JSON', () => {
  it.each([
    ['', 1, 1, 'a value'],
    [' \n', 2, 1, 'a value'],
    ['{', 1, 2, 'a name in double quotes, or }'],
    ['[', 1, 2, 'a value or ]'],
    ['[1', 1, 3, 'a comma or ]'],
    ['[1,]', 1, 4, 'a value'],
    ['[1 2]', 1, 4, 'a comma or ]'],
    ['[1}', 1, 3, 'a comma or ]'],
    ['{"a"}', 1, 5, 'a colon'],
    ['{"a":}', 1, 6, 'a value'],
    ['{"a":1 "b":2}', 1, 8, 'a comma or }'],
    ['{"a":1]', 1, 7, 'a comma or }'],
    ['{a:1}', 1, 2, 'a name in double quotes, or }'],
    ["{'a':1}", 1, 2, 'a name in double quotes, or }'],
    ['{"a":1,}', 1, 8, 'a name in double quotes'],
    ['{"a":1} x', 1, 9, 'the end of the file'],
    ['{"a":01}', 1, 6, 'a value'],
    ['{"a":.5}', 1, 6, 'a value'],
    ['{"a":nul}', 1, 6, 'a value'],
    ['{"a":"b\nc"}', 1, 6, 'a value'],
    [String.raw`{"a":"\x"}`, 1, 6, 'a value'],
    ['{\r\n"é👩🏽‍🚀": x}', 2, 10, 'a value'],
    ['// a comment\n{}', 1, 1, 'a value'],
  ])('%j', (text, line, column, wanted) => {
    expect(() => void JSON.parse(text)).toThrow()
    expect(findJsonFault(text)).toEqual({ line, column, wanted })
  })

  it.each([
    '{}',
    '[]',
    ' [1, -0.5e+3, "a\\u00e9\\"", true, null, {"a": {"b": []}}, [[]], {}] ',
    '"a"',
    '3',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ])('is not in %.60s', (text) => {
    expect(() => void JSON.parse(text)).not.toThrow()
    expect(findJsonFault(text)).toBeUndefined()
  })
})
