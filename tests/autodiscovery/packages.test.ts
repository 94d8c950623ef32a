/** From the address of a page, packages of npm find the feeds, and an HTML parser finds what readers of JSON Feed look for. */
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { getRssUrlsFromHtmlBody } from 'rss-url-finder'
import { expect, it } from 'vitest'
import { cases, serveSite } from './site.js'

it.each(cases)('$name', async (each) => {
  const site = await serveSite(each)
  const page = await (await fetch(site)).text()
  expect(page.includes('Nothing here is a link')).toBe(each.more(site).pages === undefined)
  const wanted = (paths: readonly string[]) => paths.map((path) => new URL(path, site).href).sort()

  // It knows RSS and Atom.
  const found = getRssUrlsFromHtmlBody(page).map(({ url }) => url)
  expect(found.sort()).toEqual(wanted(each.xml))

  // What the documented rules of others ask for: in the head, `alternate` alone, no language, no medium.
  const links = linksIn(parse(page))
  expect(links.every(({ inHead }) => inHead)).toBe(true)
  const feeds = links.filter(({ rel }) => rel === 'alternate')
  for (const { hreflang, media } of feeds) expect([hreflang, media]).toEqual([undefined, undefined])
  const ofType = (...types: readonly string[]) => [
    ...new Set(feeds.filter(({ type = '' }) => types.includes(type)).map(({ href }) => href)),
  ]
  expect(ofType('application/rss+xml', 'application/atom+xml').sort()).toEqual(wanted(each.xml))
  expect(ofType('application/feed+json')).toEqual(wanted(each.json))
  // NetNewsWire, yarr and Feeder know JSON Feed as this; it is named so where there is nothing else.
  expect(ofType('application/json')).toEqual(wanted(each.xml.length === 0 ? each.json : []))

  // Every link leads to a feed of its type.
  for (const { href = '', type = '' } of feeds) {
    const response = await fetch(href)
    expect(response.status).toBe(200)
    const isJson = type.endsWith('json')
    expect(response.headers.get('content-type')).toBe(
      `${isJson ? 'application/feed+json' : type}; charset=utf-8`,
    )
    expect(await response.text()).toMatch(isJson ? /^\{/ : /<(?:rss|feed) /)
  }
})

type Node = DefaultTreeAdapterMap['node']
type Link = Readonly<Record<string, string | undefined>> & { readonly inHead: boolean }

function linksIn(node: Node, inHead = false): readonly Link[] {
  const children = 'childNodes' in node ? node.childNodes : []
  const own =
    node.nodeName === 'link' && 'attrs' in node
      ? [{ inHead, ...Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) }]
      : []
  const below = children.flatMap((child) => linksIn(child, inHead || node.nodeName === 'head'))
  return [...own, ...below] as readonly Link[]
}
