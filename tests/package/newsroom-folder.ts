/** A newsroom on disk whose archives and slices tell which documents a change may touch. */
import { writeFileSync } from 'node:fs'
import { temporaryFolder } from '../node/temporary-folder.js'
import { join } from 'node:path'

/** One definition of a feed, as the configuration has it. */
export interface FeedSetting {
  readonly format: 'rss' | 'atom' | 'json'
  readonly path: string
  readonly [option: string]: unknown
}

const archive = { size: 8 }

/** Three formats of all articles, and slices by tag and by language; all with archives. */
export const slicedFeeds: readonly FeedSetting[] = [
  { format: 'rss', path: '/rss.xml', limit: 10, archive },
  { format: 'atom', path: '/atom.xml', limit: 10, archive },
  { format: 'json', path: '/feed.json', limit: 10, archive },
  { format: 'rss', path: '/energy/rss.xml', only: { tag: 'energy' }, limit: 5, archive },
  { format: 'atom', path: '/fr/atom.xml', only: { language: 'fr' }, limit: 5, archive },
  { format: 'json', path: '/fr/feed.json', only: { language: 'fr' }, limit: 5, archive },
]

/** A newsroom of numbered articles, in a folder that is gone after the test. */
export function numberedNewsroom(count: number, feeds = slicedFeeds): string {
  const articles = Array.from({ length: count }, (_, number) => [
    articlePath(number),
    article(number),
  ])
  const folder = temporaryFolder(Object.fromEntries(articles) as Record<string, string>)
  writeConfig(folder, feeds)
  return folder
}

/** Writes the configuration of a numbered newsroom. */
export function writeConfig(folder: string, feeds: readonly FeedSetting[]): void {
  const config = {
    title: 'Newsroom « été »',
    link: 'https://newsroom.example/',
    description: 'Press releases',
    // No article names its zone, and no machine that runs this is in it.
    timeZone: 'Asia/Kathmandu',
    language: 'en',
    articles: { markdownFolder: 'content', link: '/{path}' },
    feeds,
    opml: '/feeds.opml',
  }
  writeFileSync(join(folder, 'pressfeed.config.json'), JSON.stringify(config))
}

/** The file of an article, relative to the newsroom. */
export function articlePath(number: number): string {
  return `content/${number}.md`
}

/** The id that an article has in every feed. */
export function articleId(number: number): string {
  return `tag:newsroom.example,2025:${number}`
}

/** An article; the later its number the newer. Its date has no zone. */
export function article(number: number, body = `Text of release ${number}.`): string {
  const day = new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10)
  return `---
title: Release ${number}
id: ${articleId(number)}
published: ${day} 09:30
language: ${number % 2 === 0 ? 'en' : 'fr'}
tags: [${number % 3 === 0 ? 'energy' : 'rail'}]
---

${body}
`
}
