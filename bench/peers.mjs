// The same articles through the other libraries. Each has a `prepare`, which makes the library's own objects of
// articles, and a `write`, which makes the document of them. What a library has no place for (captions, credits) is left out.
import { getRssString } from '@astrojs/rss'
import { Feed } from 'feed'
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import RSS from 'rss'
import { rss as xastRss, atom as xastAtom } from 'xast-util-feed'
import { toXml } from 'xast-util-to-xml'

const head = {
  title: 'Office of Energy',
  link: 'https://office.example/press/',
  description: 'Releases of the office',
}

/** By format. An article is `{ title, link, id, published, summary, content, image, tags, author, language }`. */
export const peers = {
  rss: [
    { name: 'feed', prepare: packageFeed, write: (feed) => feed.rss2() },
    { name: 'rss', prepare: packageRss, write: (feed) => feed.xml() },
    { name: 'feedsmith', prepare: smithRss, write: (feed) => generateRssFeed(feed) },
    { name: '@astrojs/rss', prepare: astro, write: (options) => getRssString(options) },
    {
      name: 'xast-util-feed',
      prepare: xast,
      write: ([channel, items]) => toXml(xastRss(channel, items)),
    },
  ],
  atom: [
    { name: 'feed', prepare: packageFeed, write: (feed) => feed.atom1() },
    { name: 'feedsmith', prepare: smithAtom, write: (feed) => generateAtomFeed(feed) },
    {
      name: 'xast-util-feed',
      prepare: xast,
      write: ([channel, items]) => toXml(xastAtom(channel, items)),
    },
  ],
  json: [
    { name: 'feed', prepare: packageFeed, write: (feed) => feed.json1() },
    {
      name: 'feedsmith',
      prepare: smithJson,
      write: (feed) => JSON.stringify(generateJsonFeed(feed), null, 2),
    },
  ],
}

/** What the peers are given, of an article that is prepared. */
export function fromPrepared(article) {
  return {
    title: article.title,
    link: article.link,
    id: article.id,
    published: new Date(article.published),
    summary: article.summary,
    content: article.content,
    image: article.images[0].url,
    tags: article.tags,
    author: article.authors[0].name,
  }
}

/** What the peers are given, of a raw record. `clean` makes the body fit to be read elsewhere. */
export function fromRecord(record, clean) {
  return {
    title: record.title,
    link: record.link,
    id: record.id,
    published: new Date(record.published),
    summary: record.summary,
    content: clean(record.body),
    image: record.images[0].url,
    tags: record.tags,
    author: record.authors[0],
  }
}

function packageFeed(articles) {
  const feed = new Feed({
    ...head,
    id: head.link,
    copyright: '2026 Office of Energy',
    updated: new Date('2026-01-01T00:00:00Z'),
  })
  for (const each of articles) {
    feed.addItem({
      title: each.title,
      id: each.id,
      link: each.link,
      date: each.published,
      description: each.summary,
      content: each.content,
      image: { url: each.image, type: 'image/jpeg', length: 0 },
      category: each.tags.map((name) => ({ name })),
      author: [{ name: each.author }],
    })
  }
  return feed
}

function packageRss(articles) {
  const feed = new RSS({
    ...head,
    feed_url: 'https://office.example/press/rss.xml',
    site_url: head.link,
    custom_namespaces: { media: 'http://search.yahoo.com/mrss/' },
  })
  for (const each of articles) {
    feed.item({
      title: each.title,
      description: each.content,
      url: each.link,
      guid: each.id,
      categories: each.tags,
      author: each.author,
      date: each.published,
      custom_elements: [{ 'media:content': { _attr: { url: each.image, medium: 'image' } } }],
    })
  }
  return feed
}

function smithRss(articles) {
  return {
    ...head,
    items: articles.map((each) => ({
      title: each.title,
      link: each.link,
      description: each.summary,
      guid: { value: each.id, isPermaLink: true },
      pubDate: each.published,
      categories: each.tags.map((name) => ({ name })),
      content: { encoded: each.content },
      dc: { creators: [each.author] },
      media: { contents: [{ url: each.image, medium: 'image' }] },
    })),
  }
}

function smithAtom(articles) {
  return {
    id: head.link,
    title: { value: head.title },
    updated: new Date('2026-01-01T00:00:00Z'),
    links: [{ href: head.link, rel: 'alternate' }],
    entries: articles.map((each) => ({
      id: each.id,
      title: { value: each.title },
      updated: each.published,
      published: each.published,
      links: [{ href: each.link, rel: 'alternate' }],
      authors: [{ name: each.author }],
      summary: { value: each.summary },
      content: { value: each.content, type: 'html' },
      categories: each.tags.map((term) => ({ term })),
      media: { contents: [{ url: each.image, medium: 'image' }] },
    })),
  }
}

function smithJson(articles) {
  return {
    title: head.title,
    home_page_url: head.link,
    items: articles.map((each) => ({
      id: each.id,
      url: each.link,
      title: each.title,
      summary: each.summary,
      content_html: each.content,
      image: each.image,
      date_published: each.published,
      tags: each.tags,
      authors: [{ name: each.author }],
    })),
  }
}

function astro(articles) {
  return {
    title: head.title,
    description: head.description,
    site: head.link,
    items: articles.map((each) => ({
      title: each.title,
      link: each.link,
      pubDate: each.published,
      description: each.summary,
      content: each.content,
      categories: each.tags,
      author: each.author,
    })),
  }
}

function xast(articles) {
  const items = articles.map((each) => ({
    title: each.title,
    url: each.link,
    description: each.summary,
    descriptionHtml: each.content,
    author: each.author,
    published: each.published,
    tags: each.tags,
  }))
  return [
    { title: head.title, url: head.link, description: head.description, author: 'Office' },
    items,
  ]
}
