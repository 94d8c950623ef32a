import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeedError } from '../../src/issue.js'
import { openOutput } from '../../src/node/output.js'
import { inWords } from '../../src/node/output-faults.js'
import { patiently } from '../../src/node/output-files.js'

let place: string
let dist: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pressfeed-output-'))
  dist = join(place, 'dist')
})
afterEach(() => {
  rmSync(place, { recursive: true, force: true })
})

type Files = Readonly<Record<string, string>>

async function build(files: Files, dryRun = false) {
  const output = await openOutput(dist, { dryRun })
  const status: Record<string, string> = {}
  for (const [path, content] of Object.entries(files)) {
    status[path] = await output.stage(path, content)
  }
  return { status, ...(await output.commit()) }
}

/** All files below a folder with their contents, empty folders with a slash. */
function tree(folder: string, prefix = ''): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.length === 0 && prefix !== '') return { [prefix]: '' }
  return Object.assign(
    {},
    ...names.sort().map((name) => {
      const path = join(folder, name)
      return lstatSync(path).isDirectory()
        ? tree(path, `${prefix}${name}/`)
        : { [`${prefix}${name}`]: readFileSync(path, 'utf8') }
    }),
  ) as Record<string, string>
}

function feeds(): Record<string, string> {
  const { '.pressfeed/manifest.json': _, ...rest } = tree(dist)
  return rest
}

function listed(): readonly string[] {
  const text = readFileSync(join(dist, '.pressfeed/manifest.json'), 'utf8')
  return (JSON.parse(text) as { files: { path: string }[] }).files.map(({ path }) => path)
}

async function issueOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FeedError)
  expect((error as FeedError).issues).toHaveLength(1)
  return (error as FeedError).issues[0]!
}

describe('a build', () => {
  it('writes, and says what is new', async () => {
    const result = await build({ 'rss.xml': 'a', 'fr/atom.xml': 'é' })
    expect(result).toEqual({
      status: { 'rss.xml': 'written', 'fr/atom.xml': 'written' },
      removed: [],
    })
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'fr/atom.xml': 'é' })
    expect(listed()).toEqual(['fr/atom.xml', 'rss.xml'])
    expect(readdirSync(join(dist, '.pressfeed'))).toEqual(['manifest.json'])
  })

  it('shows nothing before commit', async () => {
    await build({ 'rss.xml': 'old' })
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('rss.xml', 'new')
    await output.stage('deep/er/new.xml', 'new')
    expect(readFileSync(join(dist, 'rss.xml'), 'utf8')).toBe('old')
    expect(existsSync(join(dist, 'deep'))).toBe(false)
    await output.commit()
    expect(feeds()).toEqual({ 'rss.xml': 'new', 'deep/er/new.xml': 'new' })
  })

  it('gives readers who have the old file open the old file, whole', async () => {
    await build({ 'rss.xml': 'old' })
    const before = statSync(join(dist, 'rss.xml'), { bigint: true }).ino
    await build({ 'rss.xml': 'newer' })
    expect(statSync(join(dist, 'rss.xml'), { bigint: true }).ino).not.toBe(before)
  })

  it('writes nothing if nothing changed', async () => {
    await build({ 'rss.xml': 'a', 'fr/atom.xml': 'b' })
    const stamps = () =>
      ['rss.xml', 'fr/atom.xml', 'fr', '.', '.pressfeed/manifest.json'].map((path) => {
        const { ino, mtimeNs } = statSync(join(dist, path), { bigint: true })
        return `${path} ${ino} ${mtimeNs}`
      })
    const before = stamps()
    const { status, removed } = await build({ 'fr/atom.xml': 'b', 'rss.xml': 'a' })
    expect(status).toEqual({ 'rss.xml': 'unchanged', 'fr/atom.xml': 'unchanged' })
    expect(removed).toEqual([])
    expect(stamps()).toEqual(before)
  })

  it('stages at the same time what it is given at the same time', async () => {
    const output = await openOutput(dist, { dryRun: false })
    const paths = Array.from({ length: 50 }, (_, index) => `page-${index}.xml`)
    await Promise.all(paths.map((path) => output.stage(path, path)))
    await output.commit()
    expect(feeds()).toEqual(Object.fromEntries(paths.map((path) => [path, path])))
  })

  it('goes through a link to the output folder', async () => {
    mkdirSync(join(place, 'real'))
    symlinkSync('real', dist, 'junction')
    await build({ 'fr/rss.xml': 'a' })
    expect(readFileSync(join(place, 'real/fr/rss.xml'), 'utf8')).toBe('a')
    expect(lstatSync(dist).isSymbolicLink()).toBe(true)
  })

  it('makes the folders on the way to the output folder', async () => {
    dist = join(place, 'a/b/c')
    await build({ 'rss.xml': 'a' })
    expect(feeds()).toEqual({ 'rss.xml': 'a' })
  })
})

describe('removal', () => {
  it('takes what an earlier build wrote, and the folders that this empties', async () => {
    await build({ 'rss.xml': 'a', 'fr/old/rss.xml': 'b', 'kept/rss.xml': 'c' })
    writeFileSync(join(dist, 'kept/foreign.txt'), 'mine')
    expect((await build({ 'rss.xml': 'a' })).removed).toEqual(['fr/old/rss.xml', 'kept/rss.xml'])
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'kept/foreign.txt': 'mine' })
    expect(listed()).toEqual(['rss.xml'])
  })

  it('takes the last file and leaves the folder', async () => {
    await build({ 'fr/rss.xml': 'a' })
    expect((await build({})).removed).toEqual(['fr/rss.xml'])
    expect(feeds()).toEqual({})
    expect(existsSync(dist)).toBe(true)
  })

  it('leaves a file that somebody changed, and forgets it', async () => {
    await build({ 'rss.xml': 'a', 'old.xml': 'b' })
    writeFileSync(join(dist, 'old.xml'), 'B')
    expect((await build({ 'rss.xml': 'a' })).removed).toEqual([])
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'old.xml': 'B' })
    expect(listed()).toEqual(['rss.xml'])
  })

  it('leaves folders that were empty before', async () => {
    await build({ 'rss.xml': 'a', 'fr/old.xml': 'b' })
    mkdirSync(join(dist, 'empty'))
    mkdirSync(join(dist, 'fr/empty'))
    await build({ 'rss.xml': 'a' })
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'empty/': '', 'fr/empty/': '' })
  })

  it('leaves a file that is the same as a new one under another name', async () => {
    mkdirSync(join(dist, '2026'), { recursive: true })
    symlinkSync('2026', join(dist, 'latest'), 'junction')
    await build({ 'latest/rss.xml': 'a' })
    expect((await build({ '2026/rss.xml': 'a' })).removed).toEqual([])
    expect(readFileSync(join(dist, '2026/rss.xml'), 'utf8')).toBe('a')
    expect((await build({ 'latest/rss.xml': 'b' })).removed).toEqual([])
    expect(readFileSync(join(dist, '2026/rss.xml'), 'utf8')).toBe('b')
  })

  it.each(['', '{"version":1,"files":[{"path":"old.xml","sha', '[]', 'null', '{"version":9}'])(
    'takes a damaged manifest for none: %s',
    async (damaged) => {
      await build({ 'rss.xml': 'a', 'old.xml': 'b' })
      writeFileSync(join(dist, '.pressfeed/manifest.json'), damaged)
      expect((await build({ 'rss.xml': 'a' })).removed).toEqual([])
      expect(feeds()).toEqual({ 'rss.xml': 'a', 'old.xml': 'b' })
      expect(listed()).toEqual(['rss.xml'])
    },
  )
})

describe('a dry run', () => {
  it('writes nothing where there is nothing', async () => {
    expect(await build({ 'rss.xml': 'a' }, true)).toEqual({
      status: { 'rss.xml': 'written' },
      removed: [],
    })
    expect(readdirSync(place)).toEqual([])
  })

  it('says what a build would do', async () => {
    await build({ 'rss.xml': 'a', 'same.xml': 'b', 'fr/old.xml': 'c' })
    const before = tree(dist)
    const { mtimeNs } = statSync(join(dist, '.pressfeed'), { bigint: true })
    const files = { 'rss.xml': 'A', 'same.xml': 'b', 'new.xml': 'd' }
    const foretold = await build(files, true)
    expect(tree(dist)).toEqual(before)
    expect(statSync(join(dist, '.pressfeed'), { bigint: true }).mtimeNs).toBe(mtimeNs)
    expect(foretold.removed).toEqual(['fr/old.xml'])
    expect(await build(files)).toEqual(foretold)
  })

  it('does not mind a build at work', async () => {
    const output = await openOutput(dist, { dryRun: false })
    expect((await build({ 'rss.xml': 'a' }, true)).status).toEqual({ 'rss.xml': 'written' })
    await output.abandon()
  })
})

describe('abandon', () => {
  it('leaves the folder as before, as often as it is called', async () => {
    await build({ 'rss.xml': 'a', 'old.xml': 'b' })
    const before = tree(dist)
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('rss.xml', 'new')
    await output.abandon()
    await output.abandon()
    expect(tree(dist)).toEqual(before)
    expect((await issueOf(output.stage('rss.xml', 'x'))).message).toContain('this build has ended')
    expect((await issueOf(output.commit())).code).toBe('cannot-write')
  })

  it('takes back an output folder that was made for it', async () => {
    dist = join(place, 'a/b')
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('rss.xml', 'new')
    await output.abandon()
    expect(readdirSync(place)).toEqual([])
  })

  it('waits for what is being staged, and for a commit', async () => {
    const output = await openOutput(dist, { dryRun: false })
    const staging = output.stage('rss.xml', 'a')
    await output.abandon()
    expect(await staging).toBe('written')
    expect(readdirSync(place)).toEqual([])

    const second = await openOutput(dist, { dryRun: false })
    await second.stage('rss.xml', 'a')
    const commit = second.commit()
    await second.abandon()
    expect(feeds()).toEqual({ 'rss.xml': 'a' })
    expect(await commit).toEqual({ removed: [] })
    await second.abandon()
  })

  it('is what commit does with half a build', async () => {
    await build({ 'rss.xml': 'a', 'old.xml': 'b' })
    const before = tree(dist)
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('rss.xml', 'A')
    const refused = await issueOf(output.stage('../x', ''))
    expect(await issueOf(output.commit())).toEqual(refused)
    expect(tree(dist)).toEqual(before)
  })
})

describe('a commit that fails midway', () => {
  it('says which file and how things stand, and the next build repairs', async () => {
    await build({ 'a.xml': '1', 'b.xml': '1', 'c.xml': '1', 'old.xml': '1' })
    const output = await openOutput(dist, { dryRun: false })
    for (const path of ['a.xml', 'b.xml', 'c.xml', 'd.xml']) await output.stage(path, '2')
    unlinkSync(join(dist, 'c.xml'))
    mkdirSync(join(dist, 'c.xml'))
    const { code, message } = await issueOf(output.commit())
    expect(code).toBe('cannot-write')
    expect(message).toBe(
      `Cannot write ${dist}/c.xml: a folder is where the file should be; expected that folder to be moved away. 2 of 4 files are new already, the others as before; the next build puts that right.`,
    )
    expect(feeds()).toEqual({ 'a.xml': '2', 'b.xml': '2', 'c.xml/': '', 'old.xml': '1' })
    // With the old hash and the new one, so that both a.xml are known as ours.
    expect(listed().filter((path) => path === 'a.xml')).toHaveLength(2)
    expect(readdirSync(join(dist, '.pressfeed'))).toEqual(['manifest.json'])

    rmSync(join(dist, 'c.xml'), { recursive: true })
    expect((await build({ 'c.xml': '2' })).removed).toEqual(['a.xml', 'b.xml', 'old.xml'])
    expect(feeds()).toEqual({ 'c.xml': '2' })
    expect(listed()).toEqual(['c.xml'])
  })

  it('finds a folder in the place of a file before anything changes', async () => {
    await build({ 'a.xml': '1' })
    mkdirSync(join(dist, 'b.xml'))
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('a.xml', '2')
    const { message } = await issueOf(output.stage('b.xml', '2'))
    expect(message).toMatch(
      /b\.xml: a folder is where the file should be.*The feeds that were there are untouched\.$/,
    )
    await output.abandon()
    expect(feeds()).toEqual({ 'a.xml': '1', 'b.xml/': '' })
  })

  it.each([
    ['a file on the way', 'a.xml/b.xml', /a file is where a folder should be/],
    ['a name that is too long', `${'x'.repeat(300)}.xml`, /the name is too long/],
  ])('says so: %s', async (_, path, sentence) => {
    await build({ 'a.xml': '1' })
    const output = await openOutput(dist, { dryRun: false })
    expect((await issueOf(output.stage(path, '2'))).message).toMatch(sentence)
    await output.abandon()
  })

  it.each([false, true])('refuses a file as output folder, dry run: %s', async (dryRun) => {
    writeFileSync(dist, 'mine')
    const { code, message } = await issueOf(openOutput(dist, { dryRun }))
    expect(code).toBe('cannot-write')
    expect(message).toMatch(
      /^Cannot write to .*dist: a file (?:or broken link )?is where a folder should be/,
    )
    expect(readFileSync(dist, 'utf8')).toBe('mine')
  })
})

describe('the lock', () => {
  const lock = () => join(dist, '.pressfeed/lock')
  const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid
  const now = () => new Date().toISOString()

  function leaveLock(content: unknown) {
    mkdirSync(join(dist, '.pressfeed'), { recursive: true })
    writeFileSync(lock(), typeof content === 'string' ? content : JSON.stringify(content))
  }

  it('keeps a second build of this process out until the first has ended', async () => {
    const first = await openOutput(dist, { dryRun: false })
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    })
    const { code, message } = await issueOf(openOutput(dist, { dryRun: false }))
    expect(code).toBe('output-in-use')
    expect(message).toBe(
      `Cannot write to ${dist}: another build (process ${process.pid}) is writing there; expected it to end first`,
    )
    await first.stage('rss.xml', 'a')
    await first.commit()
    await build({ 'rss.xml': 'b' })
    expect(existsSync(lock())).toBe(false)
  })

  it('lets exactly one of many in', async () => {
    for (let round = 0; round < 20; round++) {
      if (round % 2 === 1) leaveLock({ pid: deadPid(), host: hostname(), started: now() })
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, () => openOutput(dist, { dryRun: false })),
      )
      const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      const lost = tries.flatMap((each): unknown[] =>
        each.status === 'rejected' ? [each.reason] : [],
      )
      expect(won).toHaveLength(1)
      for (const reason of lost) expect((reason as FeedError).issues[0]?.code).toBe('output-in-use')
      await won[0]!.stage('rss.xml', String(round))
      await won[0]!.commit()
      expect(readdirSync(join(dist, '.pressfeed'))).toEqual(['manifest.json'])
    }
  })

  it('of a dead process is taken over, and so is a claim of one', async () => {
    const dead = JSON.stringify({ pid: deadPid(), host: hostname(), started: now() })
    leaveLock(dead)
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update(dead).digest('hex')
    writeFileSync(join(dist, `.pressfeed/lock-after-${hash}`), `${dead} `)
    mkdirSync(join(dist, '.pressfeed/staging-dead'))
    writeFileSync(join(dist, '.pressfeed/staging-dead/0'), 'half')
    const output = await openOutput(dist, { dryRun: false })
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
    expect(readdirSync(join(dist, '.pressfeed'))).toHaveLength(2)
    await output.abandon()
  })

  it('of a live process is respected, and the folder left alone', async () => {
    leaveLock({ pid: process.ppid, host: hostname(), started: now() })
    mkdirSync(join(dist, '.pressfeed/staging-live'))
    const before = tree(dist)
    const { code, message } = await issueOf(openOutput(dist, { dryRun: false }))
    expect(code).toBe('output-in-use')
    expect(message).toContain(`another build (process ${process.ppid}) is writing there`)
    expect(tree(dist)).toEqual(before)
  })

  it('with our number, from before this process began, is stale', async () => {
    leaveLock({ pid: process.pid, host: hostname(), started: '2020-01-01T00:00:00.000Z' })
    await build({ 'rss.xml': 'a' })
    expect(existsSync(lock())).toBe(false)
  })

  it('of another machine counts for ten minutes', async () => {
    const started = new Date(Date.now() - 9 * 60_000).toISOString()
    leaveLock({ pid: 1, host: 'ci-7', started })
    const { code, message } = await issueOf(openOutput(dist, { dryRun: false }))
    expect(code).toBe('output-in-use')
    expect(message).toMatch(/\(process 1 on "ci-7"\).*delete .*dist\/\.pressfeed\/lock$/)
    leaveLock({ pid: 1, host: 'ci-7', started: new Date(Date.now() - 11 * 60_000).toISOString() })
    await build({ 'rss.xml': 'a' })
    expect(feeds()).toEqual({ 'rss.xml': 'a' })
  })

  it.each(['', '{"pid":', '{"pid":-1,"host":"a","started":"2020"}', 'null'])(
    'that says nothing counts for ten minutes: %s',
    async (text) => {
      leaveLock(text)
      const { code, message } = await issueOf(openOutput(dist, { dryRun: false }))
      expect(code).toBe('output-in-use')
      expect(message).toMatch(/delete .*dist\/\.pressfeed\/lock$/)
      const { utimesSync } = await import('node:fs')
      utimesSync(lock(), new Date(0), new Date(0))
      await build({ 'rss.xml': 'a' })
      expect(existsSync(lock())).toBe(false)
    },
  )

  it('that was lost stops the commit before anything changes, and is not removed', async () => {
    await build({ 'rss.xml': 'a' })
    const output = await openOutput(dist, { dryRun: false })
    await output.stage('rss.xml', 'b')
    leaveLock({ pid: process.ppid, host: hostname(), started: now() })
    expect((await issueOf(output.commit())).code).toBe('output-in-use')
    expect(readFileSync(join(dist, 'rss.xml'), 'utf8')).toBe('a')
    expect(existsSync(lock())).toBe(true)
  })
})

describe('keeping', () => {
  it('takes all of the files or none', async () => {
    await build({ 'rss.xml': 'a', 'feed.json': 'b' })
    writeFileSync(join(dist, 'feed.json'), 'of somebody else')
    const output = await openOutput(dist, { dryRun: false })
    expect(await output.keep(['rss.xml', 'feed.json'])).toBe(false)
    expect(await output.stage('rss.xml', 'a')).toBe('unchanged')
    expect(await output.stage('feed.json', 'b')).toBe('written')
    await output.commit()
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'feed.json': 'b' })
    const next = await openOutput(dist, { dryRun: false })
    expect(await next.keep(['rss.xml', 'feed.json'])).toBe(true)
    expect(await next.commit()).toEqual({ removed: [] })
    expect(feeds()).toEqual({ 'rss.xml': 'a', 'feed.json': 'b' })
  })

  it('fails in words', async () => {
    await build({ 'fr/rss.xml': 'a' })
    rmSync(join(dist, 'fr'), { recursive: true })
    symlinkSync('fr', join(dist, 'fr'))
    const output = await openOutput(dist, { dryRun: false })
    const { message } = await issueOf(output.keep(['fr/rss.xml']))
    expect(message).toMatch(/^Cannot write .*dist\/fr\/rss\.xml: links lead in a circle/)
    await output.abandon()
  })
})

describe('words', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'EBUSY', 'EIO'])(
    'has some for %s',
    (code) => {
      const { message, issues } = inWords(
        Object.assign(new Error(`${code}: x`), { code }),
        'write a',
      )
      expect(message).not.toContain(code)
      expect(issues[0]?.message).toMatch(/^Cannot write a: .+; expected .+/)
    },
  )

  it('lets the system speak otherwise', () => {
    const error = Object.assign(new Error("EXDEV: cross-device link, rename 'a' -> 'b'"), {
      code: 'EXDEV',
    })
    expect(inWords(error, 'write a').issues[0]?.message).toBe(
      'Cannot write a: the system says "cross-device link"; expected no such thing',
    )
    expect(inWords('odd', 'write a').message).toContain('odd')
  })
})

describe('patience', () => {
  const busy = Object.assign(new Error('busy'), { code: 'EBUSY' })

  it('tries again on Windows', async () => {
    let tries = 0
    const work = () => (++tries < 3 ? Promise.reject(busy) : Promise.resolve('done'))
    expect(await patiently(work, 'win32')).toBe('done')
    expect(tries).toBe(3)
  })

  it('has an end, and none elsewhere or for other failures', async () => {
    const count = async (error: Error, platform: string) => {
      let tries = 0
      const work = () => {
        tries++
        return Promise.reject(error)
      }
      await expect(patiently(work, platform)).rejects.toBe(error)
      return tries
    }
    expect(await count(busy, 'win32')).toBe(7)
    expect(await count(busy, 'linux')).toBe(1)
    expect(await count(Object.assign(new Error(), { code: 'ENOSPC' }), 'win32')).toBe(1)
  })
})
