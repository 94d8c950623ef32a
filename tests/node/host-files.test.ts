import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FeedError, hostHeaders, type Issue, type Newsroom } from 'pressfeed'
import { build, check } from 'pressfeed/node'
import { OwnFiles } from '../../src/node/own-files.js'
import { articles, buildFolder, head } from './build-folder.js'

const { out, read, options } = buildFolder()

const newsroom: Newsroom = {
  ...head,
  articles: articles(2),
  feeds: [{ format: 'rss', path: '/rss.xml' }],
}
const hosts = ['vercel', 'netlify', 'apache', 'cloudflare'] as const

/** What refuses a build. */
async function refusals(given: Partial<Newsroom>): Promise<readonly Issue[]> {
  const refused = build({ ...newsroom, ...given }, options)
  return refused.then(
    () => [],
    (error: unknown) =>
      error instanceof FeedError ? error.issues : Promise.reject(error as Error),
  )
}

/** Somebody's file in the output folder. */
function put(path: string, text: string): void {
  mkdirSync(out(), { recursive: true })
  writeFileSync(out(path), text)
}

describe('a build for hosts', () => {
  it('writes what each reads, and tells of it beside the documents', async () => {
    const report = await build({ ...newsroom, hosts }, options)
    expect(report.hostFiles?.map(({ path, hosts, status }) => [path, hosts, status])).toEqual([
      ['vercel.json', ['vercel'], 'written'],
      ['_headers', ['netlify', 'cloudflare'], 'written'],
      ['.htaccess', ['apache'], 'written'],
    ])
    expect(read('vercel.json')).toBe(hostHeaders(newsroom, 'vercel'))
    expect(read('_headers')).toBe(hostHeaders(newsroom, 'netlify'))
    expect(read('.htaccess')).toBe(hostHeaders(newsroom, 'apache'))
    expect(report.documents.map(({ path }) => path)).toEqual(['rss.xml'])
    const files = [...report.documents, ...(report.hostFiles ?? [])]
    for (const { path, bytes } of files) expect(bytes).toBe(readFileSync(out(path)).length)
    expect(report.bytes).toBe(files.reduce((sum, { bytes }) => sum + bytes, 0))
  })

  it('says nothing of files without hosts', async () => {
    expect(await build(newsroom, options)).not.toHaveProperty('hostFiles')
  })

  it('leaves alone what has not changed, and follows the feeds', async () => {
    await build({ ...newsroom, hosts: 'netlify' }, options)
    const again = await build({ ...newsroom, hosts: 'netlify' }, options)
    expect(again.hostFiles).toMatchObject([{ path: '_headers', status: 'unchanged' }])
    const feeds = [{ format: 'atom', path: '/atom.xml' }] as const
    const other = await build({ ...newsroom, feeds, hosts: 'netlify' }, options)
    expect(other.hostFiles).toMatchObject([{ path: '_headers', status: 'written' }])
    expect(read('_headers')).toBe(hostHeaders({ ...newsroom, feeds }, 'netlify'))
  })

  it('removes its file when the host is no longer named, and check calls that no lost feed', async () => {
    await build({ ...newsroom, hosts: ['netlify', 'vercel'] }, options)
    const report = await check({ ...newsroom, hosts: 'vercel' }, options)
    expect(report).toMatchObject({ ok: true, removed: ['_headers'], issues: [] })
    expect(existsSync(out('_headers'))).toBe(true)
    expect((await build(newsroom, options)).removed).toEqual(['_headers', 'vercel.json'])
    expect(existsSync(out('_headers'))).toBe(false)
  })

  it('writes nothing in a dry run', async () => {
    const report = await build({ ...newsroom, hosts: 'netlify' }, { ...options, dryRun: true })
    expect(report.hostFiles).toMatchObject([{ path: '_headers', status: 'written' }])
    expect(existsSync(out())).toBe(false)
  })

  it('is no reason for watch to build again', async () => {
    const own = new OwnFiles()
    own.note(await build({ ...newsroom, hosts: 'netlify' }, options))
    expect(own.has(out('_headers'))).toBe(true)
    expect(own.has(out('_redirects'))).toBe(false)
  })
})

describe('a file of somebody else', () => {
  const message =
    'Cannot write _headers: it is there and no build of pressfeed left it so; expected it to be moved away, or what `pressfeed headers netlify` prints in your own _headers, and netlify not among the hosts'

  it('is never replaced: the build is refused, and check says so before', async () => {
    put('_headers', '/*\n  X-Frame-Options: DENY\n')
    const expected = [{ code: 'cannot-write', severity: 'error', path: 'hosts', message }]
    const checked = await check({ ...newsroom, hosts: 'netlify' }, options)
    expect(checked).toMatchObject({ ok: false, hostFiles: [] })
    expect(checked.issues).toEqual(expected)
    expect(await refusals({ hosts: 'netlify' })).toEqual(expected)
    expect(read('_headers')).toBe('/*\n  X-Frame-Options: DENY\n')
    expect(existsSync(out('rss.xml'))).toBe(false)
  })

  it('is one of ours that somebody changed, too, and stays when the host is no longer named', async () => {
    await build({ ...newsroom, hosts: 'netlify' }, options)
    const changed = `${read('_headers')}\n/*\n  X-Frame-Options: DENY\n`
    put('_headers', changed)
    expect(await refusals({ hosts: 'netlify' })).toMatchObject([{ message }])
    expect((await build(newsroom, options)).removed).toEqual([])
    expect(read('_headers')).toBe(changed)
  })

  it('is a link, wherever it leads', async () => {
    put('own', '')
    symlinkSync('own', out('_headers'))
    expect(await refusals({ hosts: 'netlify' })).toMatchObject([{ message }])
    expect(read('own')).toBe('')
  })

  it('is none if it says what ours would say', async () => {
    put('_headers', hostHeaders(newsroom, 'netlify'))
    const report = await build({ ...newsroom, hosts: 'netlify' }, options)
    expect(report.hostFiles).toMatchObject([{ status: 'unchanged' }])
  })
})

describe('an output folder that is not the root of its site', () => {
  const site = 'https://newsroom.example/press/'

  it.each(['netlify', 'cloudflare', 'vercel'] as const)('has no place for %s', async (host) => {
    const [issue, ...more] = await refusals({ site, hosts: host })
    expect(more).toEqual([])
    expect(issue).toMatchObject({ code: 'cannot-write', path: 'hosts' })
    expect(issue?.message).toContain(`the output folder is ${site} and ${host} reads it only at /`)
    expect(issue?.message).toContain(`expected what \`pressfeed headers ${host}\` prints`)
  })

  it('has one for Apache, which looks into every folder', async () => {
    await build({ ...newsroom, site, hosts: 'apache' }, options)
    expect(read('.htaccess')).toContain("'/press/rss.xml'")
  })
})
