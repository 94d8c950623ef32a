/** Whether the file behind an address is what an article takes it for. */
import { lookup } from 'mrmime'
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'
import { addressOnSite, findFile, type Found, type Grounds } from './find-file.js'
import { wayTo } from './inside.js'
import { measureFile, type FileFacts } from './measure-file.js'
import { cannotRead } from './read-fault.js'

/** What is known of a file. */
export interface Examined {
  /** Absolute path where it is, or was expected. `undefined` when the address is not for this machine. */
  readonly path?: string
  /** What it says of itself. `undefined` when it cannot be used. */
  readonly facts?: FileFacts
  readonly issues: readonly Issue[]
}

/** Where and how to look. */
export interface Surroundings {
  /** Absolute path of the article's file. */
  readonly article: string
  /** Messages give paths relative to this folder. */
  readonly root: string
  readonly grounds: Grounds
  /** Above it, a picture gets a warning. */
  readonly maxPictureBytes: number
}

/** Finds and measures the file behind an address. `path` is where the address stands: `images[0].url`. */
export async function examineFile(
  address: string,
  kind: 'picture' | 'attachment',
  path: string,
  surroundings: Surroundings,
): Promise<Examined> {
  const found = await findFile(address, surroundings.article, surroundings.grounds)
  if (found === undefined) return { issues: [] }
  const fault = await faultOf(found, address, path, surroundings)
  if (fault !== undefined) return { path: found.path, issues: [fault] }
  try {
    const facts = await measureFile(found.path)
    if (kind === 'attachment') return { path: found.path, facts, issues: [] }
    if (!isPicture(facts)) return { path: found.path, issues: [noPicture(address, path, facts)] }
    const issues = [
      ...otherType(address, path, found.path, facts),
      ...tooLarge(address, path, facts, surroundings.maxPictureBytes),
    ]
    return { path: found.path, facts, issues }
  } catch (error) {
    return { path: found.path, issues: [cannotRead(address, error, 'a file', path)] }
  }
}

async function faultOf(
  found: Found,
  address: string,
  path: string,
  { root, grounds }: Surroundings,
): Promise<Issue | undefined> {
  switch (found.state) {
    case 'file':
      return undefined
    case 'folder':
      return issue(
        'cannot-read',
        path,
        `Cannot read ${show(address)}: expected a file, not a folder`,
      )
    case 'outside': {
      const folders = [...new Set(grounds.folders.slice(0, grounds.realFolders.length))]
      const places = folders.map((folder) => show(wayTo(folder, root) || '.')).join(' or ')
      const message = `Cannot use file ${show(address)}: expected one that lies in ${places}`
      return issue('outside-folder', path, message)
    }
    case 'absent': {
      const expected = await expectedFor(found, address, { root, grounds })
      return issue('missing-file', path, `Cannot find ${show(address)}: expected ${expected}`)
    }
    case 'unreadable':
      return cannotRead(address, found.error, 'a file', path)
  }
}

async function expectedFor(
  { path, near, similar }: Found & { readonly state: 'absent' },
  address: string,
  { root, grounds }: Pick<Surroundings, 'root' | 'grounds'>,
): Promise<string> {
  // Markdown writes a backslash so. One that is left as it is counts as a slash.
  if (/%5c/i.test(address)) return '/ in place of \\'
  const written = await addressOnSite(address, root, grounds)
  if (written !== undefined) return `it to be written as ${show(written)}`
  const place = show(wayTo(path, root))
  if (near !== undefined) return `${place}, where there is ${show(near)}`
  return similar === undefined ? place : `${place}; did you mean ${show(similar)}?`
}

// Of these the size is always found; where it is not, the file is damaged.
const measured = /^image\/(?:jpeg|png|apng|gif|webp|bmp|svg\+xml)$/

function isPicture({ type = '', width }: FileFacts): boolean {
  return width !== undefined || (type.startsWith('image/') && !measured.test(type))
}

function noPicture(address: string, path: string, { type, bytes }: FileFacts): Issue {
  const message =
    `Cannot use ${show(address)} as a picture: expected JPEG, PNG, GIF, WebP, AVIF or SVG, ` +
    `but ${bytes === 0 ? 'it is empty' : `it is ${type === undefined ? 'none' : damaged(type)}`}`
  return issue('not-a-picture', path, message)
}

function damaged(type: string): string {
  return measured.test(type) ? `${type} that is damaged` : type
}

function otherType(address: string, path: string, file: string, { type = '' }: FileFacts) {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1] ?? ''
  const named = ending === '' ? undefined : lookup(ending)
  if (named === undefined || family(named) === family(type)) return []
  const message = `The file ${show(address)} is ${type}: expected a name that does not say ${named}`
  return [issue('file-type-differs', path, message)]
}

// Names of one family are used for each other.
function family(type: string): string {
  return type.replace(/^image\/(?:heic|heif)$/, 'image/heif').replace('image/apng', 'image/png')
}

function tooLarge(address: string, path: string, { bytes }: FileFacts, most: number) {
  if (bytes <= most) return []
  const message = `The picture ${show(address)} has ${megabytes(bytes)}: expected at most ${megabytes(most)}`
  return [issue('picture-too-large', path, message)]
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${Math.ceil(bytes / 100_000) / 10} MB`
}
