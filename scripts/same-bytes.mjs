// Makes three feeds of one fixture with the installed package, as ES module and as CommonJS, each
// twice from a deep-frozen input, and prints the hashes as one line of JSON. Runs on Node, Bun and Deno.
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import * as core from 'pressfeed'
import * as markdown from 'pressfeed/markdown'

const require = createRequire(import.meta.url)
const required = { ...require('pressfeed'), ...require('pressfeed/markdown') }

const release = `---
title: Une usine « bas carbone » ouvre à Đà Nẵng
link: /2026/usine
published: 2026-03-29 04:30
updated: 2026-10-25T09:54:21+07:00
tags: [énergie, việt nam]
images:
  - url: /img/usine-à-l’aube.jpg?l=1
    alt: L’usine à l’aube
    caption: "L’usine, à l’aube : 40 lignes, 2 500 emplois."
    credit: Service de presse
    width: 1200
    height: 800
    bytes: 54321
---

Le site **ouvrira** le 1er avril ; coût : 5 M€ & « rien » de plus.

![L’usine](/img/usine-à-l’aube.jpg?l=1)

| Ligne | Tonnes |
| ----- | -----: |
| A     |     12 |

Xem <https://newsroom.example/vi/nhà-máy?x=1&y=2#phần-3>. 👩🏽‍🚀🇻🇳 ]]> $' &nbsp; \`a < b\`
`

const long = 'Bản tin này rất dài và có dấu kết hợp: ề, ữ, ợ — '.repeat(12)

const articles = [
  {
    title: 'Nhà máy thứ hai mở cửa 👩🏽‍🚀',
    link: 'https://tin.ví-dụ.example/2026/nhà-máy',
    published: '2026-03-02',
    body: `<p>${long}</p><ul><li>một<li>hai</ul><script>alert(1)</script><p onclick="x">ba ]]> bốn</p>`,
    language: 'vi',
    translations: [{ language: 'fr', link: '/2026/usine' }],
    location: { name: 'Đà Nẵng', latitude: 16.0544, longitude: 108.2022 },
    attachments: [{ url: '/doc/nhà-máy.pdf', title: 'Hồ sơ', bytes: 1048576 }],
    subjects: [
      { scheme: 'http://cv.iptc.org/newscodes/mediatopic/', code: '20000256', label: 'industry' },
    ],
  },
  {
    title: '東京の新しい工場 & <title> "…"',
    link: '/2026/tokyo',
    id: 'tag:newsroom.example,2026:tokyo',
    published: new Date(Date.UTC(2026, 0, 31, 23, 59, 59, 999)),
    updated: '2026-02-01T09:00:30.5+0900',
    summary: '新しい工場が開きます。',
    body: '<p>新しい工場が、東京で開きます。</p>',
    authors: [{ name: 'Press office', url: '/press', email: 'press@newsroom.example' }, 'Desk'],
    source: { name: 'First publisher', link: 'https://first.example/1' },
    rights: '© 2026',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    releaseNumber: 'PR-7',
    expires: '2027-01-01T00:00',
  },
  { title: 'Old', link: '/old', published: '1999-07-04 12:00 -04', body: '' },
  {
    title: 'No-break',
    link: '/nb',
    published: '2026-06-01T12:00',
    body: 'à 20 °C : « oui » — 1/2\u0085',
  },
]

const input = {
  title: 'Salle de presse — Phòng báo chí',
  link: 'https://newsroom.example/',
  description: 'Communiqués & tin tức',
  language: 'fr',
  timeZone: 'Pacific/Chatham',
  authors: ['Service de presse'],
  copyright: '© 2026 Service de presse',
  logo: { url: '/logo.png', width: 144, height: 40 },
  icon: '/icon.png',
  hub: 'https://hub.example/',
  ttlInMinutes: 60,
  tags: ['industrie'],
  articles,
}

deepFreeze(input)
console.log(JSON.stringify({ esm: hashes({ ...core, ...markdown }), cjs: hashes(required) }))

function hashes(pressfeed) {
  const first = make(pressfeed)
  if (JSON.stringify(make(pressfeed)) !== JSON.stringify(first)) {
    throw new Error('the second run made other bytes')
  }
  return Object.fromEntries(
    Object.entries(first).map(([name, text]) => [
      name,
      { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) },
    ]),
  )
}

function make({ createFeed, fromMarkdown, toRss, toAtom, toJsonFeed }) {
  const { article, issues } = fromMarkdown(release)
  if (article === undefined) throw new Error(JSON.stringify(issues))
  deepFreeze(article)
  const feed = createFeed({ ...input, articles: [article, ...articles] })
  return {
    rss: toRss(feed, { self: 'https://newsroom.example/rss.xml' }),
    atom: toAtom(feed, { self: 'https://newsroom.example/atom.xml' }),
    json: toJsonFeed(feed, { self: 'https://newsroom.example/feed.json' }),
    issues: JSON.stringify(feed.issues),
  }
}

function deepFreeze(value) {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  for (const child of Object.values(value)) deepFreeze(child)
}
