import type { Article, Feed, SafeHtml } from '../../src/index.js'

/** HTML as the html room would hand it over. */
export function html(text: string): SafeHtml {
  return text as SafeHtml
}

/** An article with what every article has. */
export function article(more: Partial<Article> = {}): Article {
  return {
    id: 'tag:newsroom.example,2026:plant',
    title: 'Second plant opens',
    link: 'https://newsroom.example/2026/second-plant',
    published: '2026-03-02T08:00:00Z',
    updated: '2026-03-02T08:00:00Z',
    summary: 'A plant for rotors.',
    content: html('<p>The plant will make rotors.</p>'),
    images: [],
    attachments: [],
    authors: [],
    tags: [],
    subjects: [],
    translations: [],
    corrections: [],
    replaces: [],
    replacedBy: [],
    contacts: [],
    quotes: [],
    data: {},
    ...more,
  }
}

/** A feed with what every feed has. */
export function modelFeed(articles: readonly Article[], more: Partial<Feed> = {}): Feed {
  return {
    title: 'Newsroom',
    link: 'https://newsroom.example/',
    description: 'Press releases',
    language: 'en',
    updated: '2026-03-04T09:30:00Z',
    hubs: [],
    authors: [],
    tags: [],
    generator: true,
    tombstones: false,
    articles,
    data: {},
    issues: [],
    ...more,
  }
}
