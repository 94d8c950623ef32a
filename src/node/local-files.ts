/** The local files that an article names: found, measured, and written into its record. */
import type { Issue } from '../issue.js'
import type { ArticleInput } from '../model/input.js'
import type { LocalFile } from '../newsroom/source.js'
import { resolveAddress } from '../url.js'
import { pictureAddresses } from './body-pictures.js'
import { examineFile, type Examined, type Surroundings } from './examine-file.js'
import { isGiven } from './is-given.js'
import type { FileFacts } from './measure-file.js'

/** A record with what its files say, and what was found. */
export interface WithLocalFiles {
  readonly article: ArticleInput
  /** Paths are relative to the article: `images[0].url`; for pictures that only the body has, `body`. */
  readonly issues: readonly Issue[]
  readonly files: readonly LocalFile[]
  /** Absolute paths of all that was looked for, also of what is not there. */
  readonly paths: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Looks up the pictures and attachments of an article on this machine, and the pictures in its body. What
 * the record says of a file goes before what the file says. `link` is the newsroom's.
 */
export async function readLocalFiles(
  article: ArticleInput,
  link: string,
  surroundings: Surroundings,
): Promise<WithLocalFiles> {
  const base = baseOf(article, link)
  const reading: Reading = { base, surroundings, issues: [], files: new Map(), paths: new Set() }
  const images = await readList(article.images, 'images', 'picture', reading)
  const attachments = await readList(article.attachments, 'attachments', 'attachment', reading)
  await readBody(article, reading)
  return {
    article: {
      ...article,
      ...(images !== undefined && { images: images as ArticleInput['images'] }),
      ...(attachments !== undefined && {
        attachments: attachments as ArticleInput['attachments'],
      }),
    },
    issues: reading.issues,
    files: [...reading.files].map(([url, path]) => ({ url, path })),
    paths: [...reading.paths],
  }
}

interface Reading {
  /** What the addresses of the article are relative to. */
  readonly base: string | undefined
  readonly surroundings: Surroundings
  readonly issues: Issue[]
  /** Path by address. */
  readonly files: Map<string, string>
  readonly paths: Set<string>
}

// As createFeed resolves them; records come from files and may hold anything.
function baseOf({ link, base }: Fields | ArticleInput, newsroom: string): string | undefined {
  const page =
    typeof link === 'string' && link !== '' ? resolveAddress(link, newsroom).href : newsroom
  return typeof base === 'string' && base !== '' ? resolveAddress(base, page).href : page
}

async function readList(
  items: unknown,
  name: string,
  kind: 'picture' | 'attachment',
  reading: Reading,
): Promise<readonly unknown[] | undefined> {
  if (!Array.isArray(items)) return undefined
  const read: unknown[] = []
  for (const [index, item] of (items as readonly unknown[]).entries()) {
    const address = addressOf(item)
    const facts =
      address === undefined
        ? undefined
        : await examine(address, kind, `${name}[${index}].url`, reading)
    read.push(facts === undefined ? item : withFacts(item as Fields, kind, facts))
  }
  return read
}

// Pictures that Markdown has in a sentence, and those that are written as HTML, are not in the record.
async function readBody(article: ArticleInput, reading: Reading): Promise<void> {
  const body: unknown = article.body
  if (typeof body !== 'string' || !/<img/i.test(body)) return
  const images: unknown = article.images
  const listed = (Array.isArray(images) ? (images as readonly unknown[]) : []).map(addressOf)
  const known = new Set(listed.map((address) => hrefOf(address, reading)))
  for (const address of pictureAddresses(body)) {
    const isKnown = listed.includes(address) || known.has(hrefOf(address, reading) ?? '')
    if (!isKnown) await examine(address, 'picture', 'body', reading)
  }
}

async function examine(
  address: string,
  kind: 'picture' | 'attachment',
  place: string,
  reading: Reading,
): Promise<FileFacts | undefined> {
  const { path, facts, issues }: Examined = await examineFile(
    address,
    kind,
    place,
    reading.surroundings,
  )
  reading.issues.push(...issues)
  if (path !== undefined) reading.paths.add(path)
  const url = hrefOf(address, reading)
  if (path !== undefined && facts !== undefined && url !== undefined) reading.files.set(url, path)
  return facts
}

function addressOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('url' in item)) return undefined
  return typeof item.url === 'string' ? item.url : undefined
}

function hrefOf(address: string | undefined, { base }: Reading): string | undefined {
  return address === undefined ? undefined : resolveAddress(address, base).href
}

function withFacts(
  item: Fields,
  kind: 'picture' | 'attachment',
  { type, bytes, width, height }: FileFacts,
): Fields {
  // Half of a size beside half of another would distort the picture.
  const takesSize = kind === 'picture' && !isGiven(item['width']) && !isGiven(item['height'])
  return {
    ...item,
    ...(type !== undefined && !isGiven(item['type']) && { type }),
    ...(bytes > 0 && !isGiven(item['bytes']) && { bytes }),
    ...(width !== undefined && takesSize && { width, height }),
  }
}
