/** What a feed that is out says of its own address and its hubs. */
import type { Format } from '../newsroom/plan.js'
import { readXml } from './xml-tokens.js'

/** The addresses that subscribers find in a feed. */
export interface FeedLinks {
  readonly self: string | undefined
  readonly hubs: readonly string[]
}

/** Reads the links of a document, however broken it is (WebSub, section 4; JSON Feed 1.1, `feed_url` and `hubs`). */
export function linksIn(text: string, format: Format): FeedLinks {
  return format === 'json' ? linksInJson(text) : linksInXml(text)
}

function linksInXml(text: string): FeedLinks {
  const links: { readonly rel: string | undefined; readonly href: string }[] = []
  // Articles have links of their own.
  const [head = ''] = text.split(/<(?:\w+:)?(?:item|entry)[\s>]/, 1)
  readXml(head, {
    open(name, attributes) {
      const href = attributes.get('href')
      if (name.replace(/^.*:/, '') === 'link' && href !== undefined) {
        links.push({ rel: attributes.get('rel'), href })
      }
    },
    close() {},
    text() {},
  })
  const having = (wanted: string) =>
    links.filter(({ rel }) => rel === wanted).map(({ href }) => href)
  return { self: having('self')[0], hubs: having('hub') }
}

function linksInJson(text: string): FeedLinks {
  const { feed_url: self, hubs } = members(parse(text))
  const urls = (Array.isArray(hubs) ? hubs : []).map((hub) => members(hub)['url'])
  return {
    self: typeof self === 'string' ? self : undefined,
    hubs: urls.filter((url) => typeof url === 'string'),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
