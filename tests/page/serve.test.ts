import { describe, expect, it } from 'vitest'
import { serve } from '../../src/node/serve.js'
import { articles, buildFolder } from '../node/build-folder.js'
import { attribute, named, newsroomOf, read } from './made.js'

const { options } = buildFolder()
const newsroom = newsroomOf(articles(2), {
  pages: [{ path: '/index.html' }, { path: '/fr/index.html', language: 'fr' }],
  stylesheet: '/feed.css',
})

/** What `serve` offers while it runs: the addresses of feeds and pages. */
async function served<T>(
  look: (feeds: readonly string[], pages: readonly string[]) => Promise<T>,
): Promise<T> {
  const end = new AbortController()
  let looked: Promise<T> | undefined
  await serve(newsroom, {
    ...options,
    port: 0,
    signal: end.signal,
    onReport: ({ ok }) => expect(ok).toBe(true),
    onListening: (feeds, pages) => {
      looked = look(feeds, pages).finally(() => end.abort())
    },
  })
  if (looked === undefined) throw new Error('Nothing was offered')
  return looked
}

describe('pages on this machine', () => {
  it('are offered apart from what readers subscribe to, and lead to what is here', async () => {
    await served(async (feeds, pages) => {
      const [origin = ''] = /^http:\/\/[^/]+/.exec(feeds[0] ?? '') ?? []
      expect(feeds).toEqual([`${origin}/rss.xml`])
      expect(pages).toEqual([`${origin}/`, `${origin}/fr/`])
      for (const address of [...pages, `${origin}/index.html`, `${origin}/fr/index.html`]) {
        const response = await fetch(address)
        expect([address, response.status]).toEqual([address, 200])
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
        const { all, faults } = read(await response.text())
        expect(faults).toEqual([])
        const links = named(all, 'li').flatMap((item) => named(item, 'a'))
        const hrefs = links.map((link) => attribute(link, 'href'))
        expect(hrefs).toContain(`${origin}/rss.xml`)
        expect(hrefs.some((href) => href === `${origin}/fr/` || href === `${origin}/`)).toBe(true)
      }
    })
  })

  it('have feeds beside them that name a stylesheet which is here, as XML', async () => {
    await served(async ([feed = '']) => {
      const response = await fetch(feed)
      expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
      const [, href = ''] =
        /<\?xml-stylesheet [^>]*href="([^"]*)"/.exec(await response.text()) ?? []
      expect(new URL(href).origin).toBe(new URL(feed).origin)
      const style = await fetch(href)
      expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
      expect(await style.text()).toContain(`${new URL(feed).origin}/`)
    })
  })
})
