import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Newsroom } from 'pressfeed'
import { build } from 'pressfeed/node'
import type { Machine } from '../../src/node/announce-hub.js'
import { runAnnounce } from '../../src/node/announce.js'
import { article, head } from './build-folder.js'
import { temporaryFolder } from './temporary-folder.js'
import { serverOf } from './websub-hub.js'

const now = Date.parse('2026-03-02T08:00:00Z')

/** A machine whose clock stands still and that does not wait, but remembers how long it should have. */
function quickMachine() {
  const pauses: number[] = []
  const machine: Machine = {
    fetch,
    sleep: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    now: () => now,
    random: () => 1,
  }
  return { pauses, machine }
}

async function newsroomAt(hub: Newsroom['hub'], paths: readonly string[] = ['/rss.xml']) {
  const outDir = join(temporaryFolder(), 'dist')
  const newsroom: Newsroom = {
    ...head,
    hub,
    articles: [article(1)],
    feeds: paths.map((path) => ({ format: 'rss', path, title: path })),
  }
  await build(newsroom, { outDir, now: '2026-06-01' })
  return { newsroom, outDir }
}

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown

/** A hub that gives these answers one after the other, and the last one from then on. */
async function hubThat(...answers: readonly Answer[]) {
  const seen: string[] = []
  const url = await serverOf((request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)]!
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
    request.resume()
    return answer(response, request)
  })
  return { url: `${url}/`, seen }
}

const says =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body)

/** What becomes of one feed at such a hub. */
async function outcomeAt(
  answers: readonly Answer[],
  options: Parameters<typeof runAnnounce>[1] = {},
) {
  const hub = await hubThat(...answers)
  const { newsroom, outDir } = await newsroomAt(hub.url)
  const { pauses, machine } = quickMachine()
  const report = await runAnnounce(newsroom, { outDir, ...options }, machine)
  expect(report.issues).toEqual([])
  const [{ status, reason, tries, httpStatus }] = report.announcements as [
    (typeof report.announcements)[0],
  ]
  expect(report.ok).toBe(status === 'announced')
  return { status, reason, tries, httpStatus, pauses, seen: hub.seen, url: hub.url }
}

describe('a hub that comes round', () => {
  it.each([
    ['after a 500', [says(500), says(204)], [1000]],
    ['after two of 503', [says(503), says(502), says(202)], [1000, 2000]],
    ['after a 408', [says(408), says(200)], [1000]],
    ['after a 429', [says(429), says(204)], [1000]],
    [
      'after a cut connection',
      [(response: ServerResponse) => response.destroy(), says(204)],
      [1000],
    ],
    ['after 7 seconds, as it asks', [says(429, { 'retry-after': '7' }), says(204)], [7000]],
    [
      'at an hour, as it asks',
      [says(503, { 'retry-after': 'Mon, 02 Mar 2026 08:00:40 GMT' }), says(204)],
      [40_000],
    ],
    [
      'at an hour that is over',
      [says(503, { 'retry-after': 'Mon, 02 Mar 2026 07:00:00 GMT' }), says(204)],
      [1000],
    ],
    ['and asks for no time', [says(429, { 'retry-after': '0' }), says(204)], [1000]],
    [
      'at a time in the oldest form, which names no zone',
      [says(503, { 'retry-after': 'Mon Mar  2 08:00:40 2026' }), says(204)],
      [40_000],
    ],
    [
      'and asks for a time that HTTP does not have',
      [says(503, { 'retry-after': '2 Mar 2026 08:00:40' }), says(204)],
      [1000],
    ],
    ['and asks for nonsense', [says(429, { 'retry-after': 'soon 5' }), says(204)], [1000]],
  ] as const)('%s', async (_, answers, expected) => {
    const { status, tries, reason, pauses, seen } = await outcomeAt(answers)
    expect(status).toBe('announced')
    expect(reason).toBe(undefined)
    expect(pauses).toEqual(expected)
    expect(tries).toBe(answers.length)
    expect(seen).toHaveLength(answers.length)
  })

  it('is not asked at the same instant by everybody', async () => {
    const hub = await hubThat(says(500))
    const { newsroom, outDir } = await newsroomAt(hub.url)
    const { pauses, machine } = quickMachine()
    await runAnnounce(newsroom, { outDir, tries: 8 }, { ...machine, random: () => 0 })
    await runAnnounce(newsroom, { outDir, tries: 8 }, machine)
    expect(pauses).toEqual([
      ...[500, 1000, 2000, 4000, 8000, 15_000, 15_000],
      ...[1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
    ])
  })
})

describe('a hub that does not take it', () => {
  const page =
    '<!DOCTYPE html>\n<html><head><style>p {}</style>\n<title>Bad\n &amp; wrong</title></head><p>Text</p></html>'
  const text = { 'content-type': 'text/plain' }
  it.each([
    ['says why', says(400, text, '\r\n  Unknown topic.  \nSecond line\n'), '400: Unknown topic.'],
    ['says nothing', says(404), '404'],
    ['sends a page', says(403, { 'content-type': 'text/html' }, page), '403: Bad & wrong'],
    ['sends a page without saying so', says(410, {}, page), '410: Bad & wrong'],
    [
      'sends a page without a title',
      says(400, { 'content-type': 'text/html' }, '<h1>No</h1>'),
      '400: No',
    ],
    ['sends bytes', says(400, {}, 'PNG\r\n\u0000\u0001\u0002'), '400'],
    [
      'sends what a terminal obeys',
      says(400, text, '\u001b[2J\u009b31mred\u202e\u0007'),
      '400: [2J 31mred',
    ],
    ['sends spaces', says(400, text, ' \n\t\n'), '400'],
    ['speaks Chinese', says(400, text, '不知道這個主題'), '400: 不知道這個主題'],
  ])('and %s', async (_, answer, said) => {
    const outcome = await outcomeAt([answer])
    expect(outcome).toMatchObject({ status: 'failed', tries: 1, pauses: [] })
    expect(outcome.reason).toBe(`the hub answered ${said}`)
    expect(outcome.httpStatus).toBe(Number(said.slice(0, 3)))
  })

  it('and sends without end', async () => {
    let sent = 0
    const endless: Answer = (response) => {
      response.writeHead(400, text)
      const more = () => {
        while (!response.destroyed && response.write('no '.repeat(5000))) sent += 15_000
      }
      response.on('drain', more)
      more()
    }
    const { reason } = await outcomeAt([endless])
    expect(reason).toMatch(/^the hub answered 400: (?:no )+no?…$/)
    expect(reason!.length).toBeLessThan(230)
    expect(sent).toBeLessThan(50_000_000)
  })

  it('and breaks off in the middle of its answer', async () => {
    const broken: Answer = (response) => {
      response.writeHead(400, { ...text, 'content-length': '1000' })
      response.write('Unknown topic\n', () => response.destroy())
    }
    const { reason, tries } = await outcomeAt([broken])
    expect(reason).toBe('the hub answered 400: Unknown topic')
    expect(tries).toBe(1)
  })

  it('three times', async () => {
    const outcome = await outcomeAt([says(500), says(501), says(502, text, 'Bad gateway')])
    expect(outcome).toMatchObject({ status: 'failed', tries: 3, pauses: [1000, 2000] })
    expect(outcome.reason).toBe('the hub answered 502: Bad gateway')
  })

  it('and wants to be left alone for long', async () => {
    const outcome = await outcomeAt([says(429, { ...text, 'retry-after': '3600' }, 'Slow down')])
    expect(outcome).toMatchObject({ status: 'failed', tries: 1, pauses: [] })
    expect(outcome.reason).toBe('the hub answered 429, to be tried again in 3600 s: Slow down')
  })

  it('is told again the next time, and only of what it did not take', async () => {
    const hub = await hubThat(says(204), says(400), says(204), says(204))
    const { newsroom, outDir } = await newsroomAt(hub.url, ['/a.xml', '/b.xml', '/c.xml'])
    const { machine } = quickMachine()
    const statuses = async () =>
      (await runAnnounce(newsroom, { outDir }, machine)).announcements.map(({ status }) => status)
    expect(await statuses()).toEqual(['announced', 'failed', 'announced'])
    expect(await statuses()).toEqual(['unchanged', 'announced', 'unchanged'])
    expect(hub.seen).toHaveLength(4)
  })
})

describe('a hub that does not answer', () => {
  it('because nobody is there', async () => {
    const { url } = await hubThat(says(204))
    const { port } = new URL(url)
    // The port of a connection that is open is free of listeners.
    const taken = connect(Number(port), '127.0.0.1')
    await new Promise((open) => taken.once('connect', open))
    const { newsroom, outDir } = await newsroomAt(`http://127.0.0.1:${taken.localPort ?? 0}/`)
    const { pauses, machine } = quickMachine()
    const { ok, announcements } = await runAnnounce(newsroom, { outDir }, machine)
    taken.destroy()
    expect(ok).toBe(false)
    expect(announcements[0]).toMatchObject({
      ...{ status: 'failed', tries: 3, httpStatus: undefined },
      reason: 'nobody answers at the address of the hub (ECONNREFUSED)',
    })
    expect(pauses).toEqual([1000, 2000])
  })

  it('in time', async () => {
    const outcome = await outcomeAt([() => undefined], { timeoutInSeconds: 0.1, tries: 2 })
    expect(outcome).toMatchObject({ status: 'failed', tries: 2, pauses: [1000] })
    expect(outcome.reason).toBe('no answer within 0.1 s')
  })

  it('to the end, but has taken it', async () => {
    const halfway: Answer = (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('Tha')
    }
    expect(await outcomeAt([halfway], { timeoutInSeconds: 5 })).toMatchObject({
      ...{ status: 'announced', tries: 1 },
    })
  })

  it('is not asked for the other feeds, and does not keep other hubs waiting', async () => {
    const away = await hubThat((response) => response.destroy())
    const there = await hubThat(says(204))
    const { newsroom, outDir } = await newsroomAt(
      [away.url, there.url],
      ['/a.xml', '/b.xml', '/c.xml'],
    )
    const { machine } = quickMachine()
    const { announcements } = await runAnnounce(newsroom, { outDir, tries: 2 }, machine)
    const at = ({ url }: typeof away) => announcements.filter(({ hub }) => hub === url)
    expect(at(away).map(({ status, tries }) => [status, tries])).toEqual([
      ['failed', 2],
      ['failed', 0],
      ['failed', 0],
    ])
    expect(at(away)[0]!.reason).toMatch(/^the connection was cut off/)
    expect(at(away)[1]!.reason).toBe('not tried: the hub was away or wanted a pause')
    expect(away.seen).toHaveLength(2)
    expect(at(there).map(({ status }) => status)).toEqual(['announced', 'announced', 'announced'])
  })

  it.each([503, 429])('but with %i is not asked for the other feeds either', async (status) => {
    const hub = await hubThat(says(status))
    const { newsroom, outDir } = await newsroomAt(hub.url, ['/a.xml', '/b.xml'])
    const { announcements } = await runAnnounce(newsroom, { outDir }, quickMachine().machine)
    expect(announcements.map(({ tries }) => tries)).toEqual([3, 0])
  })
})

describe('a hub that points elsewhere', () => {
  it.each([307, 308])('with %i is followed, and gets the same', async (status) => {
    const bodies: string[] = []
    const takes: Answer = async (response, request) => {
      for await (const chunk of request) bodies.push(String(chunk))
      response.writeHead(204).end()
    }
    const { url, seen } = await hubThat(says(status, { location: '/new?a=1' }), takes)
    const { newsroom, outDir } = await newsroomAt(url)
    const { ok } = await runAnnounce(newsroom, { outDir }, quickMachine().machine)
    expect(ok).toBe(true)
    expect(seen).toEqual(['POST /', 'POST /new?a=1'])
    const topic = encodeURIComponent('https://newsroom.example/rss.xml')
    expect(bodies).toEqual([`hub.mode=publish&hub.url=${topic}&hub.topic=${topic}`])
  })

  it.each([301, 302, 303])('with %i would get another request, and is reported', async (status) => {
    const { reason, seen, tries, url } = await outcomeAt([says(status, { location: '/new' })])
    expect(reason).toBe(
      `the hub answered ${status} and points to ${url}new: put the address that it has now into hub`,
    )
    expect(seen).toEqual(['POST /'])
    expect(tries).toBe(1)
  })

  it('in a circle is left', async () => {
    const { reason, seen, tries } = await outcomeAt([says(307, { location: '/' })])
    expect(reason).toBe('the hub sends us in a circle')
    expect([seen.length, tries]).toEqual([6, 1])
  })

  it.each(['file:///etc/passwd', 'http://office:s3cret@127.0.0.1/', 'http://', ''])(
    'that is no place to go to is left: %s',
    async (location) => {
      const { reason, tries } = await outcomeAt([says(308, { location })])
      // An empty address is that of the hub itself.
      expect(reason).toBe(
        `the hub sends us ${location === '' ? 'in a circle' : 'to no usable address'}`,
      )
      expect(tries).toBe(1)
    },
  )
})

it('says who asks, and what it sends', async () => {
  let headers: IncomingMessage['headers'] = {}
  const { status } = await outcomeAt([
    (response, request) => {
      headers = request.headers
      response.end()
    },
  ])
  expect(status).toBe('announced')
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(headers['user-agent']).toMatch(/^pressfeed\/\d+\.\d+\.\d+ \(\+https:\/\//)
})
