/** What has to hold whatever went in. */
import { expect } from 'vitest'
import { createFeed, FeedError, type FeedInput, type Issue } from 'pressfeed'
import { readArticles, readBack } from '../hostile/documents.js'
import { asBrowser, dangers } from '../html/judge.js'

/** A feed is made whose documents can be read and whose bodies are safe, or there are findings that say why not. */
export function expectOutcome(input: unknown): void {
  let feed
  try {
    feed = createFeed(input as FeedInput, { now: '2026-04-01T00:00:00Z' })
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    expect(error.issues.some(({ severity }) => severity === 'error')).toBe(true)
    error.issues.forEach(expectWording)
    return
  }
  feed.issues.forEach(expectWording)
  for (const { content } of feed.articles) expect(dangers(asBrowser(content))).toEqual([])
  try {
    const { rss, atom, json } = readArticles(readBack(feed))
    const count = feed.articles.length
    expect([rss.length, atom.length, json.length]).toEqual([count, count, count])
    for (const [n, { content }] of feed.articles.entries()) {
      expect([rss[n]?.html, atom[n]?.html, json[n]?.html]).toEqual([content, content, content])
    }
  } catch (error) {
    // What is no URI is good for RSS and JSON Feed, and said before.
    if (!(error instanceof FeedError)) throw error
    expect(error.issues.map(({ code }) => code)).toContain('id-not-uri-in-atom')
    expect(feed.issues.map(({ code }) => code)).toContain('id-not-uri')
  }
}

function expectWording({ message }: Issue): void {
  expect(message).not.toMatch(/\[object|TypeError|undefined is|\n|valibot/)
  expect(message.length).toBeLessThan(1000)
}
