// Makes a newsroom of many articles: Markdown files of about 5 kB in a folder a month, each with a picture
// that is served elsewhere, tags and an author. The same files for the same number on every machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'the plant on the river makes rotors for turbines and the office says that work begins in spring with four hundred people from all parts of the country'.split(
    ' ',
  )
const tags = ['energy', 'water', 'health']

/** Writes `count` articles and a configuration into a folder. */
export function writeNewsroom(folder, count) {
  for (let number = 0; number < count; number += 1) {
    const published = new Date(Date.UTC(2010, 0, 1) + number * 78 * 60_000).toISOString()
    const month = join(folder, 'news', published.slice(0, 7))
    mkdirSync(month, { recursive: true })
    writeFileSync(join(month, `release-${number}.md`), release(number, published))
  }
  writeFileSync(join(folder, 'pressfeed.config.mjs'), config)
}

function release(number, published) {
  return `---
title: Release number ${number} of the office
link: /news/${number}
published: ${published}
tags: [${tags[number % tags.length]}]
author: Press office
images:
  - url: https://pictures.newsroom.example/${number}.jpg
    alt: The plant in release ${number}
    caption: The plant, as it looked in release ${number}.
    credit: Press office
---

${Array.from({ length: 8 }, (_, index) => paragraph(number, index)).join('\n\n')}
`
}

function paragraph(number, index) {
  const chosen = Array.from(
    { length: 100 },
    (_, step) => words[(number * 7 + index * 13 + step * (index + 3)) % words.length],
  )
  return `${chosen.join(' ')}.`
}

const config = `import { defineNewsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'

export default defineNewsroom({
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  articles: markdownFolder('news'),
  feeds: [
    { format: 'rss', path: '/rss.xml', archive: true },
    { format: 'atom', path: '/atom.xml', archive: true },
    { format: 'json', path: '/feed.json', archive: true },
    { format: 'rss', path: '/energy.xml', only: { tag: 'energy' } },
  ],
})
`
