import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findConfig } from '../../src/cli/config/find-config.js'
import { loadConfig } from '../../src/cli/config/load-config.js'
import { writeNew } from '../../src/cli/init/files.js'
import { insertMember } from '../../src/cli/json/insert-member.js'
import { run } from '../../src/cli/run.js'
import { generator } from '../../src/formats/generator.js'
import * as core from '../../src/index.js'
import { fromMarkdown } from '../../src/markdown/index.js'
import * as node from '../../src/node/index.js'
import { emptyFolder, fake, services } from './surroundings.js'

const hard = `L'usine "bas\\carbone" \`\${x}\` $' $& __LINK__ # : {a}\n---\nécrit 👩🏽‍🚀`
const hardOnOneLine = hard.replaceAll('\n', ' ')

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

async function madeIn(cwd: string, words: readonly string[] = ['--yes'], given: object = {}) {
  const surroundings = fake({ cwd, ...given })
  const code = await run(['init', ...words], surroundings, services())
  return { code, stdout: surroundings.stdout.text, stderr: surroundings.stderr.text }
}

function load(folder: string) {
  const ownModules = () => Promise.resolve({ pressfeed: core, 'pressfeed/node': node })
  return loadConfig(findConfig(undefined, folder), services({ ownModules }))
}

describe('pressfeed init --yes', () => {
  it('makes a newsroom', async () => {
    const folder = emptyFolder()
    expect(await madeIn(folder)).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'Made a newsroom:',
        '  pressfeed.config.ts',
        '  content/news/2026/first-release.md',
        '  public/pictures/first-release.png',
        '  .gitignore',
        '  package.json',
        'Its address is made up: put yours in pressfeed.config.ts.',
        '',
        'Next:',
        '  npm install',
        '  npm run feeds',
        '',
      ].join('\n'),
    })
    expect(filesIn(folder)).toEqual([
      '.gitignore',
      'content/news/2026/first-release.md',
      'package.json',
      'pressfeed.config.ts',
      'public/pictures/first-release.png',
    ])
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
      [
        '{',
        '  "private": true,',
        '  "scripts": {',
        '    "feeds": "pressfeed build",',
        '    "feeds:check": "pressfeed check"',
        '  },',
        '  "devDependencies": {',
        `    "pressfeed": "^${generator.version}"`,
        '  }',
        '}',
        '',
      ].join('\n'),
    )
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('dist/\nnode_modules/\n')
    for (const path of filesIn(folder)) {
      expect(readFileSync(join(folder, path), 'utf8')).not.toMatch(/__[A-Z]/)
    }
  })

  it('makes an article that nothing is found in, whatever the newsroom is called', async () => {
    const folder = emptyFolder()
    const words = ['--yes', '--title', hard, '--description', hard, '--language', 'fr-CA']
    expect(await madeIn(folder, words)).toMatchObject({ code: 0 })
    const newsroom = (await load(folder)) as core.Newsroom
    expect(newsroom).toMatchObject({
      title: hardOnOneLine,
      description: hardOnOneLine,
      language: 'fr-CA',
      timeZone: 'Europe/Paris',
    })
    const path = join(folder, 'content/news/2026/first-release.md')
    const { article, issues } = fromMarkdown(readFileSync(path, 'utf8'))
    expect(issues).toEqual([])
    expect(article).toMatchObject({
      published: '2026-03-02',
      link: '/news/2026/first-release',
      authors: [hardOnOneLine],
      images: [
        {
          url: '/pictures/first-release.png',
          credit: hardOnOneLine,
          alt: expect.stringContaining('hills') as string,
          caption: expect.stringContaining('caption') as string,
        },
      ],
    })
    const now = '2026-03-02T08:00:00Z'
    const { feeds: _, articles: __, ...head } = newsroom
    expect(core.checkFeed({ ...head, articles: [article!] }, { now })).toEqual([])
    const built = await node.build(newsroom, { root: folder, outDir: join(folder, 'dist'), now })
    expect(built).toMatchObject({ ok: true, issues: [], articles: 1 })
    expect(filesIn(join(folder, 'dist')).filter((name) => !name.startsWith('.'))).toEqual([
      'atom.xml',
      'feed.json',
      'rss.xml',
    ])
  })

  it('dates the article by the clock of the place', async () => {
    const now = () => new Date('2025-12-31T20:00:00Z')
    const folder = emptyFolder()
    await madeIn(folder, ['--yes'], { now, timeZone: 'Asia/Ho_Chi_Minh' })
    expect(existsSync(join(folder, 'content/news/2026/first-release.md'))).toBe(true)
    const other = emptyFolder()
    await madeIn(other, ['--yes'], { now, timeZone: 'Etc/Unknown' })
    const path = join(other, 'content/news/2025/first-release.md')
    expect(readFileSync(path, 'utf8')).toContain('published: 2025-12-31')
    expect(await load(other)).toMatchObject({ timeZone: 'UTC' })
  })

  it('goes into a folder, which it makes', async () => {
    const folder = emptyFolder()
    const words = ['a press office', '--yes', '--link', 'https://press.example/']
    const { code, stdout } = await madeIn(folder, words)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Made a newsroom in a press office:\n/)
    expect(stdout).toContain('Next:\n  cd "a press office" && npm install\n  npm run feeds\n')
    expect(stdout).not.toContain('made up')
    expect(existsSync(join(folder, 'a press office/pressfeed.config.ts'))).toBe(true)
  })

  it.each([
    'pressfeed.config.json',
    'content/news/2026/first-release.md',
    'public/pictures/first-release.png',
  ])('overwrites nothing: %s', async (path) => {
    const folder = emptyFolder()
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), 'mine')
    expect(await madeIn(folder)).toEqual({
      code: 1,
      stdout: '',
      stderr: `Nothing was written, because this is there already:\n  ${path}\n`,
    })
    expect(filesIn(folder)).toEqual([path])
    expect(readFileSync(join(folder, path), 'utf8')).toBe('mine')
  })

  it('leaves a .gitignore alone', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, '.gitignore'), 'mine')
    expect((await madeIn(folder)).stdout).not.toContain('.gitignore')
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('mine')
  })

  it('writes nothing when a folder cannot be made', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'public'), 'a file where a folder should be')
    const { code, stderr } = await madeIn(folder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Cannot (read|write) .*: the\s+system\s+says\s+E\w+\.\n$/s)
    expect(filesIn(folder)).toEqual(['public'])
  })
})

describe('writing new files', () => {
  it('leaves none behind when one is refused', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'b'), 'mine')
    const files = ['a', 'c/d', 'b'].map((path) => ({ path, content: 'ours' }))
    expect(() => writeNew(folder, files)).toThrow('the system says EEXIST')
    expect(filesIn(folder)).toEqual(['b'])
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('mine')
  })
})

describe('a package.json that is there', () => {
  const add = async (text: string) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'package.json'), text)
    const result = await madeIn(folder)
    return { ...result, folder, text: readFileSync(join(folder, 'package.json'), 'utf8') }
  }

  it('keeps its tabs, its order and its ways', async () => {
    const before =
      '{\n\t"name": "site",\n\t"files": ["a",   "b"],\n\t"scripts": {\n\t\t"start": "x"\n\t},\n\t"version": "1.0.0"\n}'
    const { text, stdout } = await add(before)
    expect(text).toBe(
      '{\n\t"name": "site",\n\t"files": ["a",   "b"],\n\t"scripts": {\n\t\t"start": "x",\n' +
        '\t\t"feeds": "pressfeed build",\n\t\t"feeds:check": "pressfeed check"\n\t},\n' +
        `\t"version": "1.0.0",\n\t"devDependencies": {\n\t\t"pressfeed": "^${generator.version}"\n\t}\n}`,
    )
    expect(stdout).toContain('  package.json (added to it)\n')
  })

  it('is not touched where nothing is missing', async () => {
    const before =
      '{ "dependencies": {"pressfeed":"file:.."}, "scripts": { "feeds": "make", "feeds:check": "pressfeed check" } }'
    const { text, stdout } = await add(before)
    expect(text).toBe(before)
    expect(stdout).not.toMatch(/^ {2}package\.json/m)
    expect(stdout).toContain('The script "feeds" of package.json was there, and stays.')
    expect(stdout).toContain('  npx pressfeed build\n')
  })

  it.each([
    ['{', 'package.json:1:2 is not JSON: expected a name in double quotes, or } here'],
    ['[]', 'package.json does not hold an object'],
    ['{ "scripts": [] }', 'In package.json, scripts is not an object'],
    ['{ "dependencies": null }', 'In package.json, dependencies is not an object'],
  ])('that is broken stays: %s', async (before, said) => {
    const { code, text, stderr, folder } = await add(before)
    expect({ code, text }).toEqual({ code: 1, text: before })
    expect(stderr).toContain(said)
    expect(filesIn(folder)).toEqual(['package.json'])
  })
})

describe('adding a member', () => {
  it.each([
    ['{}', '{"a": {"b":"c"}}'],
    ['{ }\n', '{\n  "a": {\n    "b": "c"\n  }\n}\n'],
    ['{"x":1}', '{"x":1,"a": {"b":"c"}}'],
    ['{"a":{}}', '{"a":{"b": "c"}}'],
    ['{ "a": { "x": "}" }, "y": 2 }', '{ "a": { "x": "}", "b": "c" }, "y": 2 }'],
    ['{\n    "a": {}\n}\n', '{\n    "a": {\n        "b": "c"\n    }\n}\n'],
    ['{\r\n  "x": [1]\r\n}', '{\r\n  "x": [1],\r\n  "a": {\r\n    "b": "c"\r\n  }\r\n}'],
    ['{\n  "x": {"a": 1}\n}', '{\n  "x": {"a": 1},\n  "a": {\n    "b": "c"\n  }\n}'],
    ['{\n  "a": {\n    "x": 1\n  }\n}', '{\n  "a": {\n    "x": 1,\n    "b": "c"\n  }\n}'],
  ])('%j', (before, after) => {
    const text = insertMember(before, 'a', 'b', 'c')
    expect(text).toBe(after)
    expect(JSON.parse(text)).toMatchObject({ ...(JSON.parse(before) as object), a: { b: 'c' } })
  })
})

describe('the questions', () => {
  async function talk(lines: readonly string[], words: readonly string[] = []) {
    const cwd = emptyFolder()
    const surroundings = fake({ cwd, terminal: true, columns: 80 })
    const done = run(['init', ...words], surroundings, services())
    for (const line of lines) {
      const before = surroundings.stdout.text.length
      await expect.poll(() => /\): (?:\u001B\[\d+G)?$/.test(surroundings.stdout.text)).toBe(true)
      if (line === 'END') surroundings.keyboard.end()
      else surroundings.keyboard.write(`${line}\n`)
      await expect.poll(() => surroundings.stdout.text.length).toBeGreaterThan(before)
    }
    return {
      code: await done,
      cwd,
      stdout: surroundings.stdout.text,
      stderr: surroundings.stderr.text,
    }
  }

  it('are four', async () => {
    const { code, cwd } = await talk(['Office & Co', 'https://press.example/', '', 'vi'])
    expect(code).toBe(0)
    expect(await load(cwd)).toMatchObject({
      title: 'Office & Co',
      link: 'https://press.example/',
      description: 'News and press releases',
      language: 'vi',
    })
  })

  it('come again when the answer does not do', async () => {
    const { code, stdout } = await talk(['', 'press.example', '', '', 'english', 'en'])
    expect(code).toBe(0)
    expect(stdout).toContain('Cannot use address "press.example"')
    expect(stdout).toContain('Cannot use language "english": expected a BCP 47 tag')
    expect(stdout.match(/Its page \(/g)!.length).toBeGreaterThan(1)
  })

  it('leave out what was given', async () => {
    const words = ['--title', 'A', '--description', 'B', '--language', 'fr']
    const { code, stdout } = await talk(['https://a.example/'], words)
    expect(code).toBe(0)
    expect(stdout).not.toContain('Name of the newsroom')
  })

  it('can be left, and then nothing is written', async () => {
    const { code, cwd, stderr } = await talk(['Office', 'END'])
    expect(code).toBe(1)
    expect(stderr).toContain('Nothing was written.')
    expect(filesIn(cwd)).toEqual([])
  })
})
