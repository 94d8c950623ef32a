// What has to hold of a site that was built with the feeds, whatever tool built it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parse } from 'parse5'
import { SaxesParser } from 'saxes'

const command = 'node_modules/pressfeed/dist/cli/main.js'
const captions = {
  'Night ferries return to the bay': 'The ferry « Été » on its first night run.',
  'The lighthouse is lit again': 'The lighthouse on the morning after the repairs.',
}
const broken = '---\ntitle: Broken\nlink: /news/broken/\npublished: 2026-02-30\n---\n\nText.\n'

/** Counts what holds and keeps what does not. */
export class Findings {
  count = 0
  faults = []

  expect(holds, what) {
    if (holds) this.count += 1
    else this.faults.push(what)
  }
}

/** Builds the feeds with the command; by path in the output folder, what the documents are. */
export function feedsOfCommand(project) {
  const { status, said } = project.run([command, 'build', '--out', 'expected', '--json'])
  if (status !== 0) throw new Error(`pressfeed build: ${said}`)
  const { documents } = JSON.parse(said)
  if (documents.length !== 4) throw new Error(`pressfeed build made ${documents.length} feeds`)
  return documents.map(({ path, url, format }) => {
    return { path, url, format, bytes: project.read('expected', path) }
  })
}

/** The same bytes as of the command, well formed, with every picture's caption; nothing private beside them. */
export function checkFeeds(folder, feeds, { keepsList = false }, findings) {
  for (const { path, format, bytes } of feeds) {
    const file = join(folder, path)
    findings.expect(existsSync(file), `${path} is missing`)
    if (!existsSync(file)) continue
    const built = readFileSync(file)
    findings.expect(built.equals(bytes), `${path} has other bytes than pressfeed build gives`)
    findings.expect(isFeed(built.toString(), format), `${path} is no feed with captions`)
  }
  const hidden = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /[\\/]\.pressfeed/.test(entry.parentPath))
    .map(({ name }) => name)
  const wanted = keepsList ? 'manifest.json' : ''
  findings.expect(hidden.join() === wanted, `deployed with the site: ${hidden.join()}`)
}

/** Whether other people's parsers read it, and find each article with its caption. */
export function isFeed(text, format) {
  const items = itemsOf(text, format)
  return items.length > 0 && items.every(({ title, html }) => html.includes(captions[title]))
}

function itemsOf(text, format) {
  if (format === 'json') {
    const items = parseJsonFeed(JSON.parse(text)).items ?? []
    return items.map(({ title, content_html: html }) => ({ title, html }))
  }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  if (format === 'atom') {
    const entries = parseAtomFeed(text).entries ?? []
    return entries.map(({ title, content }) => ({ title: textOf(title), html: textOf(content) }))
  }
  const items = parseRssFeed(text).items ?? []
  return items.map(({ title, content }) => ({ title, html: content?.encoded ?? '' }))
}

function textOf(content) {
  return typeof content === 'string' ? content : (content?.value ?? '')
}

/** Every page names every feed, once. */
export function checkPages(folder, pages, feeds, findings) {
  for (const page of pages) {
    const file = join(folder, page)
    findings.expect(existsSync(file), `${page} is missing`)
    if (existsSync(file)) checkPage(readFileSync(file, 'utf8'), page, feeds, findings)
  }
}

export function checkPage(html, page, feeds, findings) {
  const named = alternatesOf(html).sort()
  const wanted = feeds.map(({ url }) => url).sort()
  const isSame = JSON.stringify(named) === JSON.stringify(wanted)
  findings.expect(isSame, `${page} names ${JSON.stringify(named)}, not ${JSON.stringify(wanted)}`)
}

// As a browser reads it, and in its head only.
function alternatesOf(html) {
  const root = parse(html).childNodes.find(({ tagName }) => tagName === 'html')
  const head = root.childNodes.find(({ tagName }) => tagName === 'head')
  return head.childNodes
    .filter(({ tagName }) => tagName === 'link')
    .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
    .filter(({ rel, type = '' }) => rel === 'alternate' && /rss|atom|json/.test(type))
    .map(({ href }) => href)
}

/** An article with an error fails the build with its file, line and what is wrong, and no stack of ours. */
export function checkRefusal(project, { check, build, content, out }, findings) {
  const before = out === undefined ? undefined : snapshot(project.path(out))
  const file = `${content}/broken.md`
  project.write(file, broken)
  const { status, said } = project.run(check ?? build)
  project.remove(file)
  findings.expect(status !== 0, 'a broken article does not fail the build')
  findings.expect(said.includes(`${file}:4:1`), `no file and line: ${said}`)
  findings.expect(said.includes('published: Cannot read date "2026-02-30"'), said)
  findings.expect(!/pressfeed[\\/]dist/.test(said), `a stack of ours: ${said}`)
  const isSame = out === undefined || snapshot(project.path(out)) === before
  findings.expect(isSame, 'a broken article changes the site that was there')
}

function snapshot(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  return JSON.stringify(files.sort().map((file) => [file, readFileSync(file, 'base64')]))
}

/** A server that was built: feeds as they should be, asked in every way; its page names them. */
export async function checkStarted(project, { start }, feeds, findings) {
  const server = await project.serve(start)
  const ask = (path, options) => fetch(`http://127.0.0.1:${server.port}${path}`, options)
  try {
    for (const { path, format, bytes } of feeds) {
      const answer = await ask(`/${path}`)
      const body = Buffer.from(await answer.arrayBuffer())
      findings.expect(body.equals(bytes), `/${path} has other bytes than pressfeed build gives`)
      findings.expect(isFeed(body.toString(), format), `/${path} is no feed with captions`)
      const type = answer.headers.get('content-type')
      findings.expect(type?.startsWith(mediaTypes[format]), `/${path} is ${type}`)
      const headers = { 'if-none-match': answer.headers.get('etag') }
      const { status } = await ask(`/${path}`, { headers })
      findings.expect(status === 304, `/${path} is sent again to who has it: ${status}`)
      const head = await ask(`/${path}`, { method: 'HEAD' })
      findings.expect(head.status === 200 && (await head.text()) === '', `HEAD of /${path}`)
    }
    findings.expect((await ask('/none.xml')).status === 404, '/none.xml is there')
    checkPage(await (await ask('/')).text(), '/', feeds, findings)
  } catch (error) {
    findings.faults.push(`start: ${error.message}; it said: ${server.said}`)
  } finally {
    await server.stop()
  }
}

const mediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** The server while somebody writes: feeds, pages, a change, an error and its end. */
export async function checkServer(
  project,
  { dev, content, devNamesFeeds = true },
  feeds,
  findings,
) {
  const server = await project.serve(dev)
  const at = (path) => fetch(`http://127.0.0.1:${server.port}${path}`)
  const article = `${content}/lighthouse.md`
  const text = project.read(article)
  try {
    for (const { path, bytes } of feeds) {
      const answer = await at(`/${path}`)
      const body = Buffer.from(await answer.arrayBuffer())
      findings.expect(
        answer.status === 200 && body.equals(bytes),
        `dev: /${path}: ${answer.status}`,
      )
    }
    const page = await (await at('/')).text()
    if (devNamesFeeds) checkPage(page, 'dev: /', feeds, findings)
    findings.expect((await at('/none.xml')).status !== 500, 'dev: /none.xml gives a 500')

    project.write(article, String(text).replace('lit again', 'lit anew'))
    await expectSoon(async () => (await (await at('/rss.xml')).text()).includes('lit anew'))
    findings.count += 1

    project.write(article, String(text).replace('2026-02-10', '2026-02-30'))
    const wanted = `${article}:4:1 published: Cannot read date "2026-02-30`
    await expectSoon(
      async () => server.said.includes(wanted) || void (await (await at('/rss.xml')).text()),
    )
    findings.count += 1
    project.write(article, text)
    await expectSoon(async () => (await at('/rss.xml')).status === 200)
    findings.count += 1
  } catch (error) {
    findings.faults.push(`dev: ${error.message}; it said: ${server.said}`)
  } finally {
    project.write(article, text)
    await server.stop()
  }
}

async function expectSoon(holds) {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return
    await setTimeout(100)
  }
  throw new Error(`never came: ${holds}`)
}
