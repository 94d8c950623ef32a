import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import type { FeedInput } from 'pressfeed'
import { jsonValues, type Documents } from './documents.js'
import { values } from './read-xml.js'

type Node = DefaultTreeAdapterMap['node']
type Members = (text: string) => object

/** Where each document has a field; an empty path where it has no place for it. */
type Places = readonly [rss: string, atom: string, json: string]

/** A plain text field: its path, an input that has a text there, and what each document gives back. */
export interface TextField {
  readonly path: string
  readonly set: (text: string) => FeedInput
  readonly read: (documents: Documents) => readonly (readonly unknown[])[]
}

const head = {
  title: 'News',
  link: 'https://newsroom.example/',
  description: 'All news',
  language: 'en',
  // A credit alone, so that it can be compared.
  words: { en: { credit: '{credit}' } },
}
const record = { title: 'One', link: '/1', published: '2026-03-02', body: '<p>The text.</p>' }
const terms = 'https://terms.example/'
const works = { link: 'https://works.example/1', feed: 'https://works.example/rss' }

/** Every field that holds plain text. */
export const textFields: readonly TextField[] = [
  ofFeed('title', (title) => ({ title }), ['channel/title', 'atom:title', 'title']),
  ofFeed('description', (description) => ({ description }), [
    'channel/description',
    'atom:subtitle',
    'description',
  ]),
  ofFeed('copyright', (copyright) => ({ copyright }), [
    'channel/copyright',
    'atom:rights',
    '_press/copyright',
  ]),
  ofFeed('tags[0]', (tag) => ({ tags: [tag] }), [
    'channel/category',
    'atom:category@term',
    '_press/tags',
  ]),
  // A name without an address has no place in the channel (rule R-40).
  ofFeed('authors[0]', (name) => ({ authors: [name] }), [
    '',
    'atom:author/atom:name',
    'authors/name',
  ]),
  ofArticle('title', (title) => ({ title }), ['title', 'atom:title', 'title']),
  // Readers take the description of an RSS item for HTML, so it is read as they do.
  inHtml(
    ofArticle('summary', (summary) => ({ summary }), ['description', 'atom:summary', 'summary']),
  ),
  ofArticle('rights', (rights) => ({ rights }), ['dc:rights', 'atom:rights', '_press/rights']),
  ofArticle('releaseNumber', (releaseNumber) => ({ releaseNumber }), [
    'dc:identifier',
    'dc:identifier',
    '_press/release_number',
  ]),
  ofArticle('tags[0]', (tag) => ({ tags: [tag] }), ['category', 'atom:category@label', 'tags']),
  ofArticle('authors[0]', (name) => ({ authors: [name] }), [
    'dc:creator',
    'atom:author/atom:name',
    'authors/name',
  ]),
  ofArticle('authors[0].name', (name) => ({ authors: [{ name }] }), [
    'dc:creator',
    'atom:author/atom:name',
    'authors/name',
  ]),
  ofArticle('subjects[0].code', (code) => ({ subjects: [{ scheme: terms, code }] }), [
    'category',
    'atom:category@term',
    '_press/subjects/code',
  ]),
  // In RSS the label is a plain category, before that of the vocabulary.
  ofArticle('subjects[0].label', (label) => ({ subjects: [{ scheme: terms, code: '7', label }] }), [
    'category',
    'atom:category@label',
    '_press/subjects/label',
  ]),
  ofArticle('source.name', (name) => ({ source: { name, ...works } }), [
    'source',
    'atom:link@title',
    '_press/source/name',
  ]),
  ofArticle('location.name', (name) => ({ location: { name } }), [
    'georss:featureName',
    'georss:featureName',
    '_press/location/name',
  ]),
  ofArticle('attachments[0].title', (title) => ({ attachments: [{ url: '/facts.pdf', title }] }), [
    'media:content/media:title',
    'atom:link@title',
    'attachments/title',
  ]),
  ofPicture('caption', 'media:description', 'figcaption'),
  ofPicture('credit', 'media:credit', 'small'),
  ofPicture('title', 'media:title', ''),
  ofPicture('copyright', 'media:copyright', ''),
  ofPicture('alt', '', 'alt'),
]

function ofFeed(path: string, members: Members, [rss, atom, json]: Places): TextField {
  return {
    path,
    set: (text) => ({ ...head, articles: [record], ...members(text) }),
    read: (documents) => [
      ...(rss === '' ? [] : [values(documents.rss, rss)]),
      values(documents.atom, atom),
      jsonValues(documents.json, json),
    ],
  }
}

function ofArticle(path: string, members: Members, [rss, atom, json]: Places): TextField {
  return {
    path: `articles[0].${path}`,
    set: (text) => ({ ...head, articles: [{ ...record, ...members(text) }] }),
    read: (documents) => [
      values(documents.rss, `channel/item/${rss}`),
      values(documents.atom, `atom:entry/${atom}`),
      jsonValues(documents.json, `items/${json}`),
    ],
  }
}

function inHtml(field: TextField): TextField {
  return {
    ...field,
    read: (documents) => {
      const [rss = [], ...others] = field.read(documents)
      return [rss.map((html) => textOfHtml(String(html))), ...others]
    },
  }
}

/** The text that a browser would show of HTML. */
export function textOfHtml(html: string): string {
  return textOf(parseFragment(html))
}

function ofPicture(name: string, element: string, inBody: string): TextField {
  const picture = { url: '/one.jpg', alt: 'Alt', caption: 'Caption' }
  return {
    path: `articles[0].images[0].${name}`,
    set: (text) => ({ ...head, articles: [{ ...record, images: [{ ...picture, [name]: text }] }] }),
    read: ({ rss, atom, json }) => {
      const bodies = [
        values(rss, 'channel/item/content:encoded'),
        values(atom, 'atom:entry/atom:content'),
        jsonValues(json, 'items/content_html'),
      ]
      return [
        jsonValues(json, `items/_press/images/${name}`),
        ...(element === '' ? [] : [values(rss, `channel/item/media:content/${element}`)]),
        ...(element === '' ? [] : [values(atom, `atom:entry/media:content/${element}`)]),
        ...(inBody === '' ? [] : bodies.map(([html]) => htmlValues(String(html), inBody))),
      ]
    },
  }
}

/** Texts of the elements of a name in HTML; for `alt`, the alternative texts. */
export function htmlValues(html: string, name: string): readonly string[] {
  const all = flatten(parseFragment(html))
  if (name !== 'alt') return all.filter(({ nodeName }) => nodeName === name).map(textOf)
  const attributes = all.flatMap((node) => ('attrs' in node ? node.attrs : []))
  return attributes.filter((attribute) => attribute.name === 'alt').map(({ value }) => value)
}

function flatten(node: Node): readonly Node[] {
  return 'childNodes' in node ? [node, ...node.childNodes.flatMap(flatten)] : [node]
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
