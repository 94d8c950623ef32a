import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllHeaders } from '@netlify/headers-parser'
import { getTransformedRoutes, headersSchema } from '@vercel/routing-utils'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FeedError, hostHeaders, type Newsroom } from 'pressfeed'
import { build } from 'pressfeed/node'
import type { DocumentReport } from '../../src/node/report.js'
import { readHostHeaders } from '../../src/newsroom/host-headers.js'
import { head } from '../node/build-folder.js'
import { handlerSays, hosted, others, toldOf } from './hosted-newsroom.js'

const folder = mkdtempSync(join(tmpdir(), 'pressfeed-hosts-'))
const site = 'https://newsroom.example'
let documents: readonly DocumentReport[] = []

beforeAll(async () => {
  const report = await build(hosted, { outDir: join(folder, 'out'), now: '2026-06-01' })
  documents = report.documents
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a host that was told this says at a path. */
type Says = (pathname: string) => Headers

/** Netlify's own parser; where several rules match, it says what all of them say. */
async function netlify(text: string): Promise<Says> {
  const file = join(folder, '_headers')
  writeFileSync(file, text)
  const options = { headersFiles: [file], configHeaders: [], minimal: false }
  const { headers, errors } = await parseAllHeaders(options)
  expect(errors).toEqual([])
  return (pathname) => {
    const rules = headers.filter((rule) => 'forRegExp' in rule && rule.forRegExp.test(pathname))
    return inOne(rules.map(({ values }) => Object.entries(values)))
  }
}

/** Vercel's own translation into routes. */
function vercel(text: string): Says {
  const { headers, ...rest } = JSON.parse(text) as { headers: [] }
  expect(rest).toEqual({})
  expect(new Ajv({ strict: false }).validate(headersSchema, headers)).toBe(true)
  const { routes, error } = getTransformedRoutes({ headers })
  expect(error).toBe(null)
  return (pathname) =>
    inOne(
      (routes ?? []).flatMap((route) => {
        if ('handle' in route || !new RegExp(route.src).test(pathname)) return []
        return [Object.entries(route.headers ?? {})]
      }),
    )
}

function inOne(rules: readonly (readonly (readonly [string, unknown])[])[]): Headers {
  const headers = new Headers()
  for (const [name, value] of rules.flat()) headers.append(name, String(value))
  return headers
}

describe.each([
  { host: 'netlify', read: netlify },
  { host: 'cloudflare', read: netlify },
  { host: 'vercel', read: vercel },
] as const)('what $host is told', ({ host, read }) => {
  it('makes it say what the handler says, of every document', async () => {
    const says = await read(hostHeaders(hosted, host))
    expect(documents.filter(({ archiveOf }) => archiveOf !== undefined).length).toBeGreaterThan(4)
    expect(new Set(documents.map(({ format }) => format)).size).toBe(4)
    for (const { url, archiveOf } of documents) {
      const expected = await handlerSays(url, archiveOf !== undefined)
      expect(toldOf(says(new URL(url).pathname)), url).toEqual(expected)
    }
  })

  it('is nothing about other files', async () => {
    const says = await read(hostHeaders(hosted, host))
    for (const path of others) expect([...says(path)], path).toEqual([])
  })

  it('has the whole path where the site is not at the root', async () => {
    const below = { ...hosted, site: `${site}/press/` }
    const says = await read(hostHeaders(below, host))
    expect(says('/press/rss.xml').get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect([...says('/rss.xml')]).toEqual([])
  })

  it('keeps feeds apart that differ in what a pattern takes for anything', async () => {
    const feeds = [
      { format: 'rss', path: '/a.xml' },
      { format: 'atom', path: '/aaxml' },
      { format: 'json', path: '/a(b)!.json', archive: true },
    ] as const
    const says = await read(hostHeaders({ ...hosted, feeds }, host))
    expect(says('/a.xml').get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(says('/aaxml').get('content-type')).toBe('application/atom+xml; charset=utf-8')
    for (const path of ['/a(b)!.json', '/a(b)!-archive/2026-01-02-0a1b2c3d.json']) {
      expect(says(path).get('content-type'), path).toBe('application/feed+json; charset=utf-8')
    }
  })
})

describe('a newsroom that a host cannot be told all of', () => {
  it('has no rule for pages where Netlify and Cloudflare would say two things', async () => {
    const feeds = [
      { format: 'rss', path: '/a.xml', archive: true },
      { format: 'atom', path: '/a-archive/b.xml', archive: true },
      { format: 'json', path: '/c', archive: true },
      { format: 'atom', path: '/c.xml', archive: true },
    ] as const
    const { text, issues } = readHostHeaders({ ...hosted, feeds }, 'netlify')
    const says = await netlify(text)
    expect(says('/a-archive/b.xml').get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(says('/c-archive/2026-01-02-0a1b2c3d.xml').get('content-type')).toBe(null)
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(
      Array.from({ length: 3 }, () => 'host-limits feeds'),
    )
    for (const { message } of issues) expect(text).toContain(`\n# ${message}\n`)
    expect(issues[0]?.message).toBe(
      'Cannot name /a-archive/*.xml in _headers: it also matches /a-archive/b.xml; expected feeds that do not lie in the archives of others',
    )
    // What Apache, nginx and Vercel compare is exact.
    expect(readHostHeaders({ ...hosted, feeds }, 'vercel').issues).toEqual([])
    expect(readHostHeaders({ ...hosted, feeds }, 'apache').issues).toEqual([])
  })

  it('has one word for Cloudflare on more than 100 rules', () => {
    const feeds = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => ({ format: 'rss', path: `/${index}.xml` }) as const,
      )
    const left = (host: 'netlify' | 'cloudflare', count: number) =>
      readHostHeaders({ ...hosted, feeds: feeds(count) }, host).issues
    expect(left('cloudflare', 99)).toEqual([])
    expect(left('netlify', 100)).toEqual([])
    const [word, ...more] = left('cloudflare', 100)
    expect(word?.message).toContain('reads 100 rules of _headers and this has 101')
    expect(more).toEqual([])
  })

  it('leaves out an address that the syntax would change, and says so', async () => {
    const hub = ['https://hub.example/a,b', 'https://hub.example/$a']
    const forNetlify = readHostHeaders({ ...hosted, hub }, 'netlify')
    expect((await netlify(forNetlify.text))('/rss.xml').get('link')).toBe(
      '<https://hub.example/$a>; rel="hub", <https://newsroom.example/rss.xml>; rel="self"',
    )
    expect(forNetlify.issues[0]?.message).toContain(
      'Cannot name <https://hub.example/a,b>; rel="hub"',
    )
    const forNginx = readHostHeaders({ ...hosted, hub }, 'nginx')
    expect(forNginx.text).toContain('https://hub.example/a,b')
    expect(forNginx.text).not.toContain('add_header Link "<https://hub.example/$a')
    expect(forNginx.issues[0]?.message).toContain('nginx reads $ as a variable')
  })

  it('leaves out a line that Cloudflare would not read, with all that belongs to it', () => {
    const long = `/${'a'.repeat(200)}`.repeat(10)
    const feeds = [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: `${long}.xml` },
    ] as const
    const { text, issues } = readHostHeaders({ ...hosted, feeds }, 'cloudflare')
    const rules = text.replaceAll(/^#.*$/gm, '')
    expect(rules).not.toContain('atom')
    expect(rules).toContain('/rss.xml\n')
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message).toContain('lines of at most 2000 characters; expected a shorter one')
  })
})

describe('a newsroom that cannot be read', () => {
  it.each([
    [{ feeds: [] }, 'feeds'],
    [{ hub: 'ftp://hub.example/' }, 'hub'],
  ] as const)('is refused: %j', (fault, path) => {
    const refused = () => hostHeaders({ ...hosted, ...(fault as Partial<Newsroom>) }, 'nginx')
    expect(refused).toThrow(FeedError)
    expect(refused).toThrow(path)
  })
})

describe('hosts of a newsroom', () => {
  const found = (hosts: unknown) => {
    try {
      return readHostHeaders({ ...hosted, ...head, hosts } as Newsroom, 'netlify').issues
    } catch (error) {
      return error instanceof FeedError ? error.issues : []
    }
  }

  it.each([undefined, null, '', 'netlify', ['netlify', 'cloudflare', 'vercel', 'apache', null]])(
    'may be %j',
    (hosts) => {
      expect(found(hosts)).toEqual([])
    },
  )

  it.each([
    [
      'netlfy',
      'hosts',
      'Unknown host "netlfy": did you mean "netlify"? expected one of netlify, cloudflare, vercel, apache',
    ],
    [
      ['vercel', 'Apache2'],
      'hosts[1]',
      'Unknown host "Apache2": did you mean "apache"? expected one of',
    ],
    [['github'], 'hosts[0]', 'Unknown host "github": expected one of'],
    [
      ['nginx'],
      'hosts[0]',
      'nginx reads no file in the output folder: expected what `pressfeed headers nginx` prints',
    ],
  ])('may not be %j', (hosts, path, message) => {
    const [issue, ...more] = found(hosts)
    expect(issue).toMatchObject({ code: 'invalid-value', severity: 'error', path })
    expect(issue?.message).toContain(message)
    expect(more).toEqual([])
  })

  it('may not be a number', () => {
    expect(found(3)).toMatchObject([{ code: 'wrong-type', path: 'hosts' }])
  })
})
