// A newsroom with a configuration in TypeScript, archives, slices and a local picture, for every runtime.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The present of all builds. */
export const now = '2026-06-01T12:00:00Z'

/** Writes the newsroom into a folder that is made. */
export function writeNewsroom(folder) {
  for (const name of ['content/năm 2026', 'public'])
    mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  writeFileSync(join(folder, 'feeds.ts'), feeds)
  writeFileSync(join(folder, 'pressfeed.config.ts'), config)
  copyFileSync('templates/newsroom/first-release.png', join(folder, 'public/p.png'))
  for (let number = 0; number < 40; number++) {
    writeFileSync(join(folder, `content/năm 2026/${number}.md`), article(number))
  }
}

// Types, an enumeration and a second file: what a configuration in TypeScript may have.
const feeds = `export enum Format { Rss = 'rss', Atom = 'atom', Json = 'json' }
export type Paths = Readonly<Record<Format, string>>
`

const config = `import { defineNewsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'
import { Format, type Paths } from './feeds'

const paths = { rss: '/rss.xml', atom: '/atom.xml', json: '/feed.json' } satisfies Paths
const archive = { size: 6 }

export default defineNewsroom({
  title: 'Phòng báo chí « été »',
  link: 'https://newsroom.example/',
  description: 'Tin tức',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  articles: markdownFolder('content', { publicFolder: 'public', link: '/{path}' }),
  feeds: [
    ...Object.values(Format).map((format: Format) => ({ format, path: paths[format], limit: 9, archive })),
    { format: Format.Atom, path: '/fr/atom.xml', only: { language: 'fr' }, maxAgeInDays: 30 },
  ],
  opml: '/feeds.opml',
})
`

function article(number) {
  const day = new Date(Date.UTC(2026, 3, 20 + number)).toISOString().slice(0, 10)
  return `---
title: Tin số ${number} — « nouvelle »
published: ${day} 09:30
language: ${number % 2 === 0 ? 'vi' : 'fr'}
images:
  - url: /p.png
    alt: Hai ngọn đồi
    caption: Chú thích ${number}
---

Văn bản **${number}**.
`
}
