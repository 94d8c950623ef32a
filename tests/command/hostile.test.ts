import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildReport } from 'pressfeed/node'
import { temporaryFolder } from '../node/temporary-folder.js'
import { pressfeed as runInstalled, startPressfeed } from '../package/command.js'
import { installPacked, type Installed } from '../package/installed.js'
import { snapshot } from '../package/output-snapshot.js'
import { untilThere } from '../package/until-there.js'

let installed: Installed
beforeAll(() => void (installed = installPacked()), 180_000)
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }))

const pressfeed = (args: readonly string[], cwd: string) => runInstalled(installed, args, cwd)

const picture = readFileSync('templates/newsroom/first-release.png')
const secret = 'content of no concern to anybody'

/** A newsroom of one article, with feeds at the given paths. */
function newsroom(lines = '', paths: readonly string[] = ['/rss.xml']): string {
  return temporaryFolder({
    'room/pressfeed.config.json': JSON.stringify({
      title: 'Newsroom',
      link: 'https://newsroom.example/',
      description: 'News',
      language: 'en',
      articles: { markdownFolder: 'content', publicFolder: 'public' },
      feeds: paths.map((path) => ({ format: 'rss', path })),
    }),
    'room/content/a.md': articleText('a', lines),
    'room/public/p.png': picture,
    'outside/secret.png': picture,
    'outside/secret.txt': secret,
  })
}

function articleText(name: string, lines: string): string {
  return `---\ntitle: T ${name}\nlink: /${name}\npublished: 2026-03-02\n${lines}---\n\nText\n`
}

const outside = 'outside-folder'
const addresses = [
  ['up', '../../outside/secret.txt', outside],
  ['far-up', `${'../'.repeat(30)}etc/passwd`, outside],
  ['up-from-public', '/../../outside/secret.txt', outside],
  ['encoded', '..%2f..%2foutside%2fsecret.txt', outside],
  ['encoded-dots', '%2e%2e/%2e%2e/outside/secret.txt', outside],
  ['backslashes', '..\\..\\outside\\secret.txt', outside],
  ['absolute', '/etc/passwd', 'missing-file'],
  ['scheme', 'file:///etc/passwd', 'address-scheme'],
  ['scheme-alone', 'file:../../outside/secret.txt', 'address-scheme'],
  ['drive', 'C:\\Windows\\win.ini', 'address-scheme'],
  ['link-to-file', '/link.png', outside],
  ['link-to-folder', '/folder/secret.png', outside],
] as const

describe('a file out of the folders', () => {
  it.each([
    ['images', 'caption: C\n    alt: A'],
    ['attachments', 'title: A'],
  ])('is refused in %s, whatever the way, with file and line', (list, facts) => {
    const place = newsroom()
    const room = join(place, 'room')
    symlinkSync('../../outside/secret.png', join(room, 'public/link.png'))
    symlinkSync('../../outside', join(room, 'public/folder'))
    for (const [name, address] of addresses) {
      const lines = `${list}:\n  - url: '${address}'\n    type: image/png\n    ${facts}\n`
      writeFileSync(join(room, `content/${name}.md`), articleText(name, lines))
    }
    const { code, stdout, stderr } = pressfeed(['build', '--json'], room)
    expect(code, stdout + stderr).toBe(1)
    const { issues } = JSON.parse(stdout) as BuildReport
    const errors = issues.filter(({ severity }) => severity === 'error')
    const found = errors.map((each) => [each.file, each.line, each.path, each.code])
    const wanted = addresses.map(([name, , each]) => {
      return [`content/${name}.md`, 6, `${list}[0].url`, each]
    })
    expect(found.sort()).toEqual(wanted.sort())
    expect(stdout).not.toContain(secret)
    expect(existsSync(join(room, 'dist'))).toBe(false)
  })

  it('is not read as an article either', () => {
    const place = newsroom()
    writeFileSync(
      join(place, 'outside/b.md'),
      '---\ntitle: Secret\nlink: /b\npublished: 2026-03-02\n---\n',
    )
    symlinkSync('../../outside/b.md', join(place, 'room/content/b.md'))
    symlinkSync('../../outside', join(place, 'room/content/folder'))
    const { code, stderr } = pressfeed(['build'], join(place, 'room'))
    expect(stderr).toMatch(/^content\/b\.md/m)
    expect(stderr).toMatch(/^content\/folder/m)
    expect(code).toBe(1)
    expect(stderr).toContain('outside-folder')
    expect(existsSync(join(place, 'room/dist'))).toBe(false)
  })
})

describe('a feed out of the output folder', () => {
  it('is refused, whatever the way', () => {
    const paths = [
      '../x.xml',
      '/../x.xml',
      '/a/../../x.xml',
      '..\\x.xml',
      'C:/x.xml',
      '//host/x.xml',
    ]
    const place = newsroom('', paths)
    const { code, stdout, stderr } = pressfeed(['build', '--json'], join(place, 'room'))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const { issues } = JSON.parse(stdout) as BuildReport
    expect(issues.map((each) => [each.severity, each.path, each.code])).toEqual(
      paths.map((_, index) => ['error', `feeds[${index}].path`, outside]),
    )
    expect(readdirSync(place).sort()).toEqual(['outside', 'room'])
    expect(readdirSync(join(place, 'room'))).not.toContain('dist')
  })

  it('is refused behind a link, and the other feeds stay as they were', () => {
    const place = newsroom('', ['/rss.xml'])
    const room = join(place, 'room')
    expect(pressfeed(['build'], room).code).toBe(0)
    const before = snapshot(join(room, 'dist'))
    const config = join(room, 'pressfeed.config.json')
    const text = readFileSync(config, 'utf8').replace('Newsroom', 'Another title')
    const { feeds, ...head } = JSON.parse(text) as { readonly feeds: readonly object[] }
    const more = [...feeds, { format: 'rss', path: '/fr/rss.xml' }]
    writeFileSync(config, JSON.stringify({ ...head, feeds: more }))
    symlinkSync('../../outside', join(room, 'dist/fr'))
    const { code, stdout, stderr } = pressfeed(['build'], room)
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'Nothing was written: 1 error to mend.\n' })
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'Cannot write dist/fr/rss.xml: a link on the way leads out of dist; expected a folder. The feeds that were there are untouched. outside-folder',
    )
    expect(snapshot(join(room, 'dist'))).toEqual(before)
    expect(readdirSync(join(place, 'outside')).sort()).toEqual(['secret.png', 'secret.txt'])
  })
})

describe('a file that is gone between the reading of heads and of whole articles', () => {
  it.each([
    ['a picture', 'public/p.png', 'missing-file', /content\/a\.md:6:5\n +error +images\[0\]\.url/],
    ['the article', 'content/a.md', 'cannot-read', /content\/a\.md(:1:1)?\n +error /],
  ])('is told, and nothing is written: %s', (_, file, code, place) => {
    const room = join(newsroom('images:\n  - url: /p.png\n    alt: A\n    caption: C\n'), 'room')
    expect(pressfeed(['build'], room)).toMatchObject({ code: 0, stderr: '' })
    const before = snapshot(join(room, 'dist'))
    writeFileSync(
      join(room, 'vanishing.config.mjs'),
      `import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markdownFolder } from 'pressfeed/node'

const source = markdownFolder('content', { publicFolder: 'public' })

export default {
  title: 'Another title', link: 'https://newsroom.example/', description: 'News', language: 'en',
  articles: { ...source, async *readEntries(context) {
    yield* source.readEntries(context)
    rmSync(fileURLToPath(new URL(${JSON.stringify(file)}, import.meta.url)))
  } },
  feeds: [{ format: 'rss', path: '/rss.xml' }],
}
`,
    )
    const { code: exit, stderr } = pressfeed(['build', '--config', 'vanishing.config.mjs'], room)
    expect(existsSync(join(room, file))).toBe(false)
    expect(exit, stderr).toBe(1)
    expect(stderr).toMatch(place)
    expect(stderr).toContain(code)
    expect(stderr).not.toMatch(/mistake in pressfeed/)
    expect(snapshot(join(room, 'dist'))).toEqual(before)
    expect(readdirSync(join(room, 'dist/.pressfeed'))).toEqual(['manifest.json'])
  })
})

/** A newsroom whose articles wait, in the midst of a build, until there is a file `go`. */
function slowNewsroom(): string {
  const config = (
    title: string,
    articles: string,
  ) => `import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const article = { title: '${title}', link: '/1', published: '2026-03-02', body: 'Text' }

export default {
  title: '${title}', link: 'https://newsroom.example/', description: 'News', language: 'en',
  articles: ${articles},
  feeds: [{ format: 'rss', path: '/rss.xml' }, { format: 'json', path: '/${title}.json' }],
}
`
  return temporaryFolder({
    'quick.config.mjs': config('quick', '[article]'),
    'slow.config.mjs': config(
      'slow',
      `(async function* () {
    writeFileSync('started', '')
    while (!existsSync('go')) await setTimeout(10)
    yield article
  })()`,
    ),
  })
}

const quick = ['build', '--config', 'quick.config.mjs']
const slow = ['build', '--config', 'slow.config.mjs']

describe('two builds at once', () => {
  it('are one build: the other is told so at once, and nothing is lost', async () => {
    const folder = slowNewsroom()
    const dist = join(folder, 'dist')
    expect(pressfeed(quick, folder).code).toBe(0)
    const before = snapshot(dist)
    const first = startPressfeed(installed, slow, folder)
    await untilThere(join(folder, 'started'), first.ended)
    const second = pressfeed(quick, folder)
    const { code, stdout, stderr } = second
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'Nothing was written: 1 error to mend.\n' })
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      /Cannot write to dist: another build \(process \d+\) is writing there; expected it to end first output-in-use/,
    )
    expect(pressfeed([...quick, '--dry-run'], folder)).toMatchObject({ code: 0 })
    expect(pressfeed(['check', '--config', 'quick.config.mjs'], folder)).toMatchObject({ code: 0 })
    expect(snapshot(dist)).toEqual(before)
    writeFileSync(join(folder, 'go'), '')
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
    expect([...snapshot(dist).keys()]).toEqual(['rss.xml', 'slow.json'])
    expect(snapshot(dist).get('rss.xml')?.text).toContain('<title>slow</title>')
    expect(readdirSync(join(dist, '.pressfeed'))).toEqual(['manifest.json'])
    // Whoever was told to wait gets through now.
    expect(pressfeed(quick, folder).code).toBe(0)
    expect([...snapshot(dist).keys()]).toEqual(['quick.json', 'rss.xml'])
  })

  it('into two folders do not hinder each other', async () => {
    const folder = slowNewsroom()
    const first = startPressfeed(installed, slow, folder)
    await untilThere(join(folder, 'started'), first.ended)
    expect(pressfeed([...quick, '--out', 'other'], folder).code).toBe(0)
    writeFileSync(join(folder, 'go'), '')
    expect((await first.ended).code).toBe(0)
    expect([...snapshot(join(folder, 'other')).keys()]).toEqual(['quick.json', 'rss.xml'])
    expect([...snapshot(join(folder, 'dist')).keys()]).toEqual(['rss.xml', 'slow.json'])
  })
})

describe.runIf(process.platform !== 'win32')('a build that is ended', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves the feeds as they were, and does not block the next build',
    async (signal) => {
      const folder = slowNewsroom()
      const dist = join(folder, 'dist')
      expect(pressfeed(quick, folder).code).toBe(0)
      const before = snapshot(dist)
      const first = startPressfeed(installed, slow, folder)
      await untilThere(join(folder, 'started'), first.ended)
      first.kill(signal)
      expect((await first.ended).code).not.toBe(0)
      expect(snapshot(dist)).toEqual(before)
      expect(pressfeed(quick, folder)).toMatchObject({ code: 0, stderr: '' })
      expect(snapshot(dist)).toEqual(before)
      expect(readdirSync(join(dist, '.pressfeed'))).toEqual(['manifest.json'])
    },
  )
})
