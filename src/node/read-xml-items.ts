/** The items of an RSS or Atom document, read as it comes: one pass, no tree, nothing that grows with depth. */
import { readTokens } from '../html/tokens.js'
import { readXml, type XmlAttributes, type XmlReader } from './xml-tokens.js'

/** Values of an item as they stand, decoded and trimmed. */
export interface RawItem {
  readonly id?: string | undefined
  readonly link?: string | undefined
  /** An id that is a link by what it says of itself. */
  readonly permalink?: string | undefined
  readonly title?: string | undefined
  readonly published?: string | undefined
}

/** The items; `undefined` when the root is neither RSS 2.0 nor Atom 1.0. What is cut off is left out. */
export function readXmlItems(xml: string): readonly RawItem[] | undefined {
  const reader = new ItemReader()
  readXml(xml, reader)
  return reader.isFeed ? reader.items : undefined
}

/** The text of HTML, its entities decoded. */
export function textOfHtml(html: string): string {
  let plain = ''
  readTokens(html, {
    open() {},
    close() {},
    text(more) {
      plain += more
    },
  })
  return plain
}

type Values = { -readonly [Name in keyof RawItem]: RawItem[Name] }

/** What it takes to read one format. Names are without the prefix of the root. */
interface Vocabulary {
  readonly item: string
  /** Takes the value of a child of an item. The first of a kind counts. */
  readonly take: (values: Values, name: string, attributes: XmlAttributes, text: string) => void
}

const rss: Vocabulary = {
  item: 'item',
  take(values, name, attributes, text) {
    if (name === 'title') values.title ??= text
    if (name === 'link') values.link ??= text || undefined
    if (name === 'pubDate' || name === 'dc:date') values.published ??= text
    if (name !== 'guid') return
    values.id ??= text
    // RSS 2.0, guid: an address unless it says otherwise.
    const isLink = attributes.get('isPermaLink') !== 'false' && /^https?:\/\//i.test(text)
    if (isLink) values.permalink ??= text
  },
}

const atom: Vocabulary = {
  item: 'entry',
  take(values, name, attributes, text) {
    if (name === 'id') values.id ??= text
    if (name === 'published') values.published ??= text
    if (name === 'title') {
      values.title ??= attributes.get('type') === 'html' ? textOfHtml(text).trim() : text
    }
    const rel = attributes.get('rel') ?? 'alternate'
    if (name === 'link' && rel === 'alternate') values.link ??= attributes.get('href')?.trim()
  },
}

const taken = new Set('title link guid pubDate dc:date id published'.split(' '))

/**
 * Knows the item that is open and which of its children, no more: elements below a child are only
 * counted if they have its name, so that neither depth nor tags that nobody closes make a difference.
 */
class ItemReader implements XmlReader {
  readonly items: RawItem[] = []
  #vocabulary: Vocabulary | undefined
  #started = false
  #prefix = ''
  #item: Values | undefined
  #child: { readonly name: string; readonly attributes: XmlAttributes; text: string } | undefined
  #nested = 0

  get isFeed(): boolean {
    return this.#vocabulary !== undefined
  }

  open(fullName: string, attributes: XmlAttributes): void {
    if (!this.#started) return this.#start(fullName, attributes)
    if (this.#vocabulary === undefined) return
    const name = this.#local(fullName)
    if (name === this.#vocabulary.item) {
      this.#end()
      this.#item = {}
    } else if (this.#item !== undefined && this.#child === undefined) {
      this.#child = { name, attributes, text: '' }
      this.#nested = 0
    } else if (this.#child?.name === name) {
      this.#nested += 1
    }
  }

  close(fullName: string): void {
    const name = this.#local(fullName)
    if (name === this.#vocabulary?.item) return this.#end()
    if (name !== this.#child?.name) return
    if (this.#nested > 0) this.#nested -= 1
    else this.#endChild()
  }

  text(text: string): void {
    if (this.#child !== undefined && taken.has(this.#child.name)) this.#child.text += text
  }

  // RSS has no namespace of its own; an Atom document may write its names with a prefix.
  #start(fullName: string, attributes: XmlAttributes): void {
    this.#started = true
    const [, prefix = '', name = ''] = /^(?:([^:]*):)?(.*)$/.exec(fullName) ?? []
    const namespace = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
    if (fullName === 'rss') this.#vocabulary = rss
    if (name !== 'feed' || namespace?.trim() !== 'http://www.w3.org/2005/Atom') return
    this.#vocabulary = atom
    this.#prefix = prefix === '' ? '' : `${prefix}:`
  }

  // Where names have a prefix, those without one are somebody else's.
  #local(name: string): string {
    if (this.#prefix === '') return name
    return name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : `:${name}`
  }

  #end(): void {
    this.#endChild()
    if (this.#item !== undefined) this.items.push(this.#item)
    this.#item = undefined
  }

  #endChild(): void {
    if (this.#item !== undefined && this.#child !== undefined) {
      const { name, attributes, text } = this.#child
      this.#vocabulary?.take(this.#item, name, attributes, text.trim())
    }
    this.#child = undefined
  }
}
