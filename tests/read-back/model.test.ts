import { createFeed } from 'pressfeed'
import { expect, it } from 'vitest'
import { hardText, spaced, texts } from '../fixtures/hard-text.js'

// What the parsers give back is compared with the feed; here the feed is compared with the records.
it('keeps hard text as it is in every field', () => {
  const { articles } = createFeed(hardText)
  for (const [index, text] of Object.values(texts).entries()) {
    const article = articles[index]!
    expect([article.title, article.summary]).toEqual([text, `${text}.`])
    expect([article.authors, article.tags]).toEqual([[{ name: `Office of ${text}` }], [text]])
    expect(article.images).toMatchObject([
      {
        alt: text,
        caption: `Caption: ${text}`,
        credit: `Credit: ${text}`,
        title: `Title: ${text}`,
      },
    ])
    expect(article.attachments).toMatchObject([{ title: `File: ${text}` }])
  }
})

it('takes white space from around values and makes runs inside them one space', () => {
  const article = createFeed(hardText).articles.at(-1)!
  expect([spaced.title, spaced.summary].some((text) => /^\s/.test(text))).toBe(true)
  expect([article.title, article.summary]).toEqual([
    'A title between spaces',
    'A summary with white space inside.',
  ])
})
