/** One article with something unusual in it: what its documents and findings say. */
import { checkFeed, type ArticleInput } from 'pressfeed'
import { least } from '../fixtures/inputs.js'
import { write, type Documents } from './cases.js'
import type { JsonFeedDocument } from './rule.js'
import { parseXml } from './xml-tree.js'

/** The article that is changed. */
export const article = least.articles[0]

/** The documents of the article with other fields, as text and parsed. */
export function readBack(record: Partial<ArticleInput>, input: object = {}) {
  const documents = write({ ...least, ...input, articles: [{ ...article, ...record }] })
  return { documents, ...parse(documents) }
}

/** Parses the documents. */
export function parse({ rss, atom, json }: Documents) {
  return {
    rss: parseXml(rss),
    atom: parseXml(atom),
    json: JSON.parse(json) as JsonFeedDocument,
  }
}

/** The findings on the article with other fields: code and path. */
export function codes(record: Partial<ArticleInput>, input: object = {}) {
  const issues = checkFeed({
    ...least,
    ...input,
    articles: [{ ...article, body: '<p>x</p>', ...record }],
  })
  return issues.map(({ code, path }) => `${code} ${path}`)
}
