// A folder of Markdown articles of about 5 kB, as people write them by hand: front matter, a headline, paragraphs, a
// list, a picture that is served elsewhere. The same files for the same number on every machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { feedOf } from './records.mjs'

/** What a tool calls the date and the summary of an article. */
export const fieldNames = {
  pressfeed: { date: 'published', summary: 'summary' },
  others: { date: 'date', summary: 'description' },
}

/** Writes `count` articles into `folder`, a subfolder a month. */
export function writeArticles(folder, count, names) {
  const { articles } = feedOf('french', count)
  for (const [number, record] of articles.entries()) {
    const month = join(folder, record.published.slice(0, 7))
    mkdirSync(month, { recursive: true })
    writeFileSync(join(month, `release-${number}.md`), toMarkdown(record, number, names))
  }
}

function toMarkdown(record, number, names) {
  const [picture] = record.images
  return `---
title: ${JSON.stringify(record.title)}
link: /press/${number}
${names.date}: ${record.published}
${names.summary}: ${JSON.stringify(record.summary)}
tags: [${record.tags.map((tag) => JSON.stringify(tag)).join(', ')}]
author: ${record.authors[0]}
images:
  - url: ${picture.url}
    alt: ${JSON.stringify(picture.alt)}
    caption: ${JSON.stringify(picture.caption)}
    credit: ${picture.credit}
---

${markdownOf(record.body)}
`
}

function markdownOf(html) {
  return html
    .replace(/<h2>(.*?)<\/h2>/g, '\n## $1\n')
    .replace(/<ul>\n|<\/ul>/g, '\n')
    .replace(/<li>(.*?)<\/li>/g, '- $1')
    .replace(/<p>(.*?)<\/p>/g, '\n$1\n')
    .replace(/<a href="(.*?)">(.*?)<\/a>/g, '[$2]($1)')
    .replace(/<\/?strong>/g, '**')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
