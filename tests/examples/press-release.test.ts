import { readFileSync, readdirSync } from 'node:fs'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { build, type BuildReport } from 'pressfeed/node'
import newsroom from '../../examples/press-release/pressfeed.config.js'
import { nodesAt, parseXml, valuesAt } from '../conformance/xml-tree.js'
import { asBrowser, type Plain } from '../html/judge.js'
import { buildFolder } from '../node/build-folder.js'

/** What the front matter of a file says, read with a YAML parser alone. */
interface Written {
  readonly title: string
  readonly link: string
  readonly published: string
  readonly language: string
  readonly translationKey?: string
  readonly images?: readonly { readonly caption: string; readonly credit: string }[]
  readonly corrections?: readonly { readonly note: string }[]
  readonly text: string
}

/** An item as a parser gave it back. */
interface Item {
  readonly id: string | undefined
  readonly link: string | undefined
  readonly title: string | undefined
  readonly html: string
}

const folder = 'examples/press-release'
const french = written('article.fr.md')
const english = written('article.en.md')
const feeds = written('feeds.fr.md')
const mixed = ['rss.xml', 'atom.xml', 'feed.json']
const inFrench = [...mixed, 'fr/rss.xml']
const inXml = ['rss.xml', 'atom.xml', 'fr/rss.xml', 'en/rss.xml']
const { folder: scratch } = buildFolder()
const documents = new Map<string, string>()
let report: BuildReport

beforeAll(async () => {
  report = await build(newsroom, { root: folder, outDir: scratch, now: '2026-01-01' })
  for (const { path } of report.documents) {
    documents.set(path, readFileSync(`${scratch}/${path}`, 'utf8'))
  }
})

it('builds the whole newsroom without a finding', () => {
  expect(report.issues).toEqual([])
  expect([...documents.keys()]).toEqual([
    ...[...mixed, 'fr/rss.xml', 'en/rss.xml'],
    ...['index.html', 'en/index.html'],
  ])
  expect(readdirSync(`${folder}/news`).filter((name) => name.endsWith('.md'))).toHaveLength(3)
})

describe('the translation', () => {
  it.each(inFrench)('is not in %s, where the French text is once', (path) => {
    expect(items(path).map(({ link }) => link)).toEqual([
      absolute(feeds.link),
      absolute(feeds.link),
      french.link,
    ])
    expect(items(path).at(-1)?.title).toBe(french.title)
    expect(documents.get(path)).not.toContain(english.title)
  })

  it('is alone in the feed of its language, with an id of its own', () => {
    const [item, ...others] = items('en/rss.xml')
    expect(others).toEqual([])
    expect([item?.link, item?.title]).toEqual([absolute(english.link), english.title])
    const ids = inFrench.map((path) => items(path).map(({ id }) => id))
    expect(new Set(ids.map((each) => each.join())).size).toBe(1)
    expect(new Set([...(ids[0] ?? []), item?.id]).size).toBe(4)
  })

  it('and the French text name each other', () => {
    for (const path of inXml) {
      const [to, language] =
        path === 'en/rss.xml' ? [french.link, 'fr'] : [absolute(english.link), 'en']
      expect(related(path), path).toEqual([[to, language]])
    }
    const { items: [, , item] = [] } = JSON.parse(documents.get('feed.json') ?? '') as {
      items?: readonly { readonly _press: unknown }[]
    }
    const { id } = items('en/rss.xml')[0] ?? {}
    const other = { language: 'en', link: absolute(english.link), id }
    expect(item?._press).toMatchObject({ translations: [other] })
  })

  it('came out after the French text, under the same key', () => {
    expect([french.language, english.language]).toEqual(['fr', 'en'])
    expect(english.translationKey).toBe(french.translationKey)
    expect(Date.parse(english.published)).toBeGreaterThan(Date.parse(french.published))
  })

  it('has the same figures and pictures in the same order, and as many paragraphs', () => {
    expect(figures(english.text)).toEqual(['40', '5000', '2500', '200'])
    expect(figures(french.text)).toEqual(figures(english.text))
    const [ofFrench, ofEnglish] = ['fr/rss.xml', 'en/rss.xml'].map((path) =>
      shown(items(path).at(-1)).map(([name, , children]) =>
        name === 'figure' ? attributesOf(children[0])['src'] : name,
      ),
    )
    expect(ofEnglish).toEqual(ofFrench)
    expect(ofEnglish?.filter((each) => each?.endsWith('.png'))).toHaveLength(4)
  })
})

describe.each([
  ['French', french, inFrench],
  ['English', english, ['en/rss.xml']],
] as const)('the %s captions and credits', (_, { images = [] }, paths) => {
  it.each(paths)('stand once in the text of %s', (path) => {
    const text = shown(items(path).at(-1))
    const captions = text.filter(([name]) => name === 'figure').map((figure) => textOf([figure]))
    expect(images).toHaveLength(4)
    expect(captions).toEqual(images.map(({ caption, credit }) => `${caption} ${credit}`))
    for (const { caption } of images) expect(textOf(text).split(caption)).toHaveLength(2)
  })

  it.each(paths.filter((path) => path.endsWith('.xml')))('and once as data in %s', (path) => {
    const media = `${itemPlace(path)}/media:content`
    const root = parseXml(documents.get(path) ?? '')
    expect(valuesAt(root, `${media}/media:description`)).toEqual(images.map((each) => each.caption))
    expect(valuesAt(root, `${media}/media:credit`)).toEqual(images.map((each) => each.credit))
  })
})

describe.each(inFrench)('the corrected release in %s', (path) => {
  const { note = '' } = feeds.corrections?.[0] ?? {}

  it('says first what was corrected, then place and date', () => {
    const [, release] = items(path)
    const [first = '', second = ''] = shown(release).map((block) => textOf([block]))
    expect(release?.title).toBe(feeds.title)
    expect(note).toContain('cinq')
    expect(first).toBe(`Rectificatif du 4 novembre 2025\u00A0: ${note}`)
    expect(second).toMatch(/^HANOÏ, le 3 novembre 2025 – Un flux en français/)
  })

  it('has an item of its own that announces the correction', () => {
    const [announcement, release] = items(path)
    expect(announcement?.title).toBe(`Rectificatif\u00A0: ${feeds.title}`)
    expect(announcement?.id).toMatch(/^urn:uuid:/)
    expect(announcement?.id).not.toBe(release?.id)
    expect(textOf(shown(announcement))).toContain(note)
    expect(hrefs(shown(announcement))).toEqual([absolute(feeds.link)])
  })

  it('ends with notes, boilerplate and contact, each under its heading', () => {
    const text = shown(items(path)[1])
    const headings = text.filter(([name]) => name === 'h2').map((heading) => textOf([heading]))
    expect(headings).toEqual(['Note aux rédactions', 'À propos', 'Contact presse'])
    expect(hrefs(text).at(-1)).toBe('mailto:presse@newsroom.example')
  })

  it('names every feed of the newsroom, and says how many there are', () => {
    const lists = shown(items(path)[1]).filter(([name]) => name === 'ul')
    expect(hrefs(lists)).toEqual(newsroom.feeds.map((feed) => absolute(feed.path)))
    expect(newsroom.feeds).toHaveLength(5)
  })
})

describe.each([
  ['index.html', 'fr', [feeds, french]],
  ['en/index.html', 'en', [english]],
] as const)('the page %s', (path, language, wanted) => {
  const blocks = (): readonly PlainElement[] => {
    const [, body = ''] = /<body>\n(.*)<script>/s.exec(documents.get(path) ?? '') ?? []
    return elementsIn(asBrowser(body))
  }

  it('shows the releases in its language, the newest first, each with a link to its page', () => {
    const links = blocks()
      .filter(([name]) => name === 'h3')
      .slice(0, wanted.length)
      .flatMap((h3) => hrefs([h3]))
    expect(links).toEqual(wanted.map(({ link }) => new URL(link, absolute('/')).href))
    expect(documents.get(path)).toContain(`<html lang="${language}">`)
  })

  it('shows the first picture with its caption and credit, and counts the others', () => {
    const { images: [first] = [] } = wanted.at(-1) ?? french
    const captions = blocks()
      .filter(([name]) => name === 'figcaption')
      .map((each) => textOf([each]))
    expect(captions).toEqual([`${first?.caption} ${first?.credit}`])
    const more = blocks().filter(([, { class: name }]) => name === 'more')
    expect(more.map((each) => textOf([each]))).toEqual([expect.stringMatching(/: 3$/)])
  })

  it('offers every feed', () => {
    const boxes = blocks().filter(([, { class: name }]) => name === 'feed')
    const addresses = boxes
      .flatMap((box) => elementsIn([box]).filter(([name]) => name === 'li'))
      .flatMap((each) => hrefs([each]))
    expect(addresses).toEqual(newsroom.feeds.map((feed) => absolute(feed.path)))
  })
})

function elementsIn(nodes: readonly Plain[]): readonly PlainElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsIn(node[2])]))
}

function written(name: string): Written {
  const [, head = '', text = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(`${folder}/news/${name}`, 'utf8')) ?? []
  return { ...(parse(head) as Omit<Written, 'text'>), text }
}

function absolute(path: string): string {
  return `https://newsroom.example${path}`
}

/** The items of a document, in its order. */
function items(path: string): readonly Item[] {
  const text = documents.get(path) ?? ''
  if (path.endsWith('.json')) {
    const { items = [] } = parseJsonFeed(text)
    return items.map(({ id, url, title, content_html: html = '' }) => ({
      ...{ id, link: url, title, html },
    }))
  }
  if (path === 'atom.xml') {
    const { entries = [] } = parseAtomFeed(text)
    return entries.map(({ id, links = [], title, content }) => ({
      id,
      link: links.find(({ rel }) => rel === 'alternate')?.href,
      title: title?.value,
      html: content?.value ?? '',
    }))
  }
  const { items = [] } = parseRssFeed(text)
  return items.map(({ guid, link, title, content }) => ({
    ...{ id: guid?.value, link, title, html: content?.encoded ?? '' },
  }))
}

function itemPlace(path: string): string {
  return path === 'atom.xml' ? 'entry' : 'channel/item'
}

/** The links to other language versions in a document: address and language. */
function related(path: string): readonly unknown[] {
  const link = path === 'atom.xml' ? 'link' : 'atom:link'
  const root = parseXml(documents.get(path) ?? '')
  return nodesAt(root, `${itemPlace(path)}/${link}{rel=related}`).map(({ attributes }) => [
    attributes['href'],
    attributes['hreflang'],
  ])
}

type PlainElement = Exclude<Plain, string>

/** The blocks that a browser shows of an item. */
function shown(item: Item | undefined): readonly PlainElement[] {
  return asBrowser(item?.html ?? '').filter((block) => typeof block !== 'string')
}

function textOf(nodes: readonly Plain[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node[2]))).join('')
}

function attributesOf(node: Plain | undefined): Readonly<Record<string, string>> {
  return node === undefined || typeof node === 'string' ? {} : node[1]
}

function hrefs(nodes: readonly Plain[]): readonly string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? []
      : [...(node[1]['href'] ?? '').split(' '), ...hrefs(node[2])].filter((href) => href !== ''),
  )
}

/** The figures of the running text, whatever stands between their thousands. */
function figures(text: string): readonly string[] {
  const running = text.replace(/!?\[[^\]]*\]\([^)]*\)|<https?:[^>]*>/g, '')
  return [...running.matchAll(/\d+(?:[,\u00A0\u202F]\d{3})*/g)].map(([number]) =>
    number.replace(/\D/g, ''),
  )
}
