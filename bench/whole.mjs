// From raw records to RSS in bytes, preparation included: pressfeed; each peer given the same care, which is bodies
// cleaned and addresses made absolute by hand; and each peer without any care. In a process of its own:
//   node --expose-gc bench/whole.mjs french 1000 5
import sanitizeHtml from 'sanitize-html'
import { fileURLToPath } from 'node:url'
import { createFeed, toRss } from '../dist/index.js'
import { fromRecord, peers } from './peers.mjs'
import { feedOf } from './records.mjs'
import { race } from './timing.mjs'

const base = 'https://office.example/press/'

const absolute = (name) => (tagName, attribs) => ({
  tagName,
  attribs:
    attribs[name] === undefined
      ? attribs
      : { ...attribs, [name]: new URL(attribs[name], base).href },
})

const care = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
  allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt', 'title', 'width', 'height'] },
  transformTags: { a: absolute('href'), img: absolute('src') },
}

/** The rows: milliseconds of each, with care and without. */
export async function measureWhole(text, count, rounds) {
  const input = feedOf(text, count)
  const own = {
    name: 'pressfeed',
    run: () => bytesOf(toRss(createFeed(input), { self: '/rss.xml' })),
  }
  const withCare = peers.rss.map((peer) =>
    contender(peer, input, (body) => sanitizeHtml(body, care)),
  )
  const without = peers.rss.map((peer) => contender(peer, input, (body) => body))
  const rows = []
  for (const [others, kind] of [
    [withCare, 'with care'],
    [without, 'without care'],
  ]) {
    const times = await race([own, ...others], { rounds })
    rows.push({ text, count, kind, times: Object.fromEntries(times) })
  }
  return rows
}

function contender({ name, prepare, write }, { articles }, clean) {
  const run = async () =>
    bytesOf(await write(prepare(articles.map((record) => fromRecord(record, clean)))))
  return { name, run }
}

function bytesOf(text) {
  return Buffer.from(text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [text, count, rounds] = process.argv.slice(2)
  console.log(JSON.stringify(await measureWhole(text, Number(count), Number(rounds))))
}
