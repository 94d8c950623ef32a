/** The links by which readers take a feed. */

/** A reader and how its link is made of the address of a feed. */
export interface Reader {
  readonly name: string
  readonly link: (feed: string) => string
}

/** Those that anybody can use and that document such a link, by how many use them. */
export const readers: readonly Reader[] = [
  // Its name for a feed is `feed/` and the address, in one part of the path.
  { name: 'Feedly', link: (url) => `https://feedly.com/i/subscription/feed%2F${encode(url)}` },
  { name: 'Inoreader', link: (url) => `https://www.inoreader.com/?add_feed=${encode(url)}` },
  { name: 'NewsBlur', link: (url) => `https://www.newsblur.com/?url=${encode(url)}` },
  {
    name: 'The Old Reader',
    link: (url) => `https://theoldreader.com/feeds/subscribe?url=${encode(url)}`,
  },
]

/** The link that programs on the device itself take, such as NetNewsWire. */
export function deviceLink(url: string): string {
  return `feed:${url}`
}

function encode(url: string): string {
  return encodeURIComponent(url)
}
