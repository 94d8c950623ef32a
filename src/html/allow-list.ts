/**
 * The policy as data: what a body may hold, and what becomes of the rest. Nothing else decides it.
 *
 * What is not named here is unwrapped: its tags go, its content stays. Elements are those that feed
 * readers show, or that fall back to readable text where a reader does not know them.
 */

/**
 * How an element takes part in the text: `inline` within a line, `leaf` within a line and empty, `line`
 * a block of lines, `block` a block of blocks, `part` a piece of one kind of block, `media` sound and film.
 */
export type Kind = 'inline' | 'leaf' | 'line' | 'block' | 'part' | 'rule' | 'media'

/** How the value of an attribute is checked; a list holds the only words it may be. */
export type Check =
  | 'text'
  | 'digits'
  | 'integer'
  | 'language'
  | 'flag'
  | 'link address'
  | 'file address'
  | 'sources'
  | readonly string[]

/** What a body may lose, in singular nouns that fit into a sentence. */
export type RemovedKind =
  | 'script'
  | 'style'
  | 'template'
  | 'embed'
  | 'frame'
  | 'form field'
  | 'drawing'
  | 'formula'
  | 'raw text'
  | 'picture'
  | 'embedded picture'
  | 'tracking pixel'
  | 'event handler'
  | 'unsafe address'
  | 'unreadable address'
  | 'unfinished tag'
  | 'unclosed comment'
  | 'CDATA section'
  | 'character'

const words = (text: string): readonly string[] => text.split(' ')

const kinds: Readonly<Record<Kind, readonly string[]>> = {
  inline: words(
    'a strong em b i u s sub sup small q cite code kbd samp var dfn abbr time mark bdi bdo del ins ruby rt rp',
  ),
  leaf: words('br wbr img'),
  line: words('p h2 h3 h4 pre'),
  block: words('blockquote ul ol dl table figure details'),
  part: words('li dt dd caption colgroup col thead tbody tfoot tr th td figcaption summary'),
  rule: ['hr'],
  media: words('audio video source track'),
}

/** The elements that stay, each with its kind. */
export const kept: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    kinds[kind].map((name) => [name, kind] as const),
  ),
)

/** Elements that are written as another. A feed gives the title, so headings begin at the second level. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['h5', 'h4'],
  ['h6', 'h4'],
  ['strike', 's'],
  ['acronym', 'abbr'],
  ['dir', 'ul'],
  ['menu', 'ul'],
  ['listing', 'pre'],
  // HTML standard, section 13.2.6.4.7: browsers read `image` as `img`.
  ['image', 'img'],
])

/** Elements whose tags go, and at whose tags a block ends. */
export const boundaries: ReadonlySet<string> = new Set(
  words(
    'html head body div section article aside main header footer nav address hgroup search center form fieldset legend dialog optgroup option',
  ),
)

/** Elements that go with their content; `undefined` where the loss is not worth a word. */
export const dropped: ReadonlyMap<string, RemovedKind | undefined> = new Map<
  string,
  RemovedKind | undefined
>([
  ['script', 'script'],
  ['style', 'style'],
  ['template', 'template'],
  ['object', 'embed'],
  ['applet', 'embed'],
  ['embed', 'embed'],
  ['iframe', 'embed'],
  ['frameset', 'frame'],
  ['frame', 'frame'],
  ['textarea', 'form field'],
  ['select', 'form field'],
  ['button', 'form field'],
  ['input', 'form field'],
  ['datalist', 'form field'],
  ['svg', 'drawing'],
  ['canvas', 'drawing'],
  ['math', 'formula'],
  ['xmp', 'raw text'],
  ['plaintext', 'raw text'],
  ['title', undefined],
  ['noembed', undefined],
  ['noframes', undefined],
])

/** Elements without content and end tag. HTML standard, section 13.1.2. */
export const empty: ReadonlySet<string> = new Set(
  words(
    'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
  ),
)

/** Attributes of every element that stays. */
export const globalAttributes: Readonly<Record<string, Check>> = {
  lang: 'language',
  dir: ['ltr', 'rtl', 'auto'],
  title: 'text',
}

const cell: Readonly<Record<string, Check>> = {
  colspan: 'digits',
  rowspan: 'digits',
  scope: ['row', 'col', 'rowgroup', 'colgroup'],
}
const size: Readonly<Record<string, Check>> = { width: 'digits', height: 'digits' }

/** Attributes of one element, in the order in which they are written. */
export const attributesOf: ReadonlyMap<string, Readonly<Record<string, Check>>> = new Map<
  string,
  Readonly<Record<string, Check>>
>([
  ['a', { href: 'link address', hreflang: 'language' }],
  ['img', { src: 'file address', srcset: 'sources', sizes: 'text', alt: 'text', ...size }],
  ['audio', { src: 'file address', controls: 'flag' }],
  ['video', { src: 'file address', poster: 'file address', controls: 'flag', ...size }],
  ['source', { src: 'file address', srcset: 'sources', type: 'text', media: 'text' }],
  [
    'track',
    {
      src: 'file address',
      kind: ['subtitles', 'captions', 'descriptions', 'chapters', 'metadata'],
      srclang: 'language',
    },
  ],
  ['blockquote', { cite: 'file address' }],
  ['q', { cite: 'file address' }],
  ['del', { cite: 'file address', datetime: 'text' }],
  ['ins', { cite: 'file address', datetime: 'text' }],
  ['time', { datetime: 'text' }],
  ['td', cell],
  ['th', cell],
  ['col', { span: 'digits' }],
  ['colgroup', { span: 'digits' }],
  ['ol', { start: 'integer', reversed: 'flag', type: words('1 a A i I') }],
  ['li', { value: 'integer' }],
  ['details', { open: 'flag' }],
])

/** Schemes of a link. Of a file it is http and https only. */
export const linkSchemes: ReadonlySet<string> = new Set([
  'http:',
  'https:',
  'ftp:',
  'mailto:',
  'tel:',
])

/** Every name of HTML's own, current or of old: what counts as a tag in plain text. */
export const knownElements: ReadonlySet<string> = new Set([
  ...kept.keys(),
  ...renamed.keys(),
  ...boundaries,
  ...dropped.keys(),
  ...empty,
  ...words(
    'span font big tt nobr picture noscript label output progress meter map slot data rb rtc blink marquee',
  ),
])
