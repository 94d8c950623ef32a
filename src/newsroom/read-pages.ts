/** The pages for people of a newsroom, and the stylesheet of its raw feeds. */
import { joinPath } from '../create-feed/check-shape.js'
import { show } from '../create-feed/findings.js'
import { readAddress } from '../create-feed/read-address.js'
import { readEach, type Context } from '../create-feed/read-values.js'
import type { FeedInput } from '../model/input.js'
import type { Place, Plan, Slice } from './plan.js'
import { readChoice } from './read-choice.js'
import { readPlace } from './read-place.js'
import { comparable, headOfSlice } from './read-slice.js'
import type { NewsroomShape } from './schema.js'
import type { TakenPaths } from './taken-paths.js'

const usualLimit = 10

/** Reads the pages for people. */
export function readPages(
  { pages }: NewsroomShape,
  newsroom: Omit<FeedInput, 'articles'>,
  site: string,
  taken: TakenPaths,
  context: Context,
): Plan['pages'] {
  return readEach(pages, 'pages', (definition, where) => {
    const choice = readChoice(definition, where, newsroom, context, usualLimit)
    // A page in another language is the same page to people: its language says what its title need not.
    const { own, head } = headOfSlice(
      definition,
      choice,
      [...choice.tags, ...choice.subjects],
      newsroom,
    )
    const at = joinPath(where, 'stylesheet')
    const stylesheet = readAddress(definition.stylesheet, at, context.base, context)
    const path = joinPath(where, 'path')
    const place = readDocumentPlace(definition.path, path, '/index.html', site, context)
    if (place === undefined || !taken.take(place.path, definition.path, where, path)) return []
    const slice: Slice = { where, own, head, choice: comparable(choice), feeds: [] }
    return [{ ...slice, page: { ...place, url: folderOf(place), stylesheet } }]
  }).flat()
}

// What stands in `/fr/index.html` is served, linked to and known as `/fr/`.
function folderOf({ path, url }: Place): string {
  return /(?:^|\/)index\.html$/.test(path) ? url.slice(0, -'index.html'.length) : url
}

/** Reads the stylesheet of raw feeds. A text is its path. */
export function readStylesheet(
  value: NewsroomShape['stylesheet'],
  site: string,
  taken: TakenPaths,
  context: Context,
): Plan['stylesheet'] {
  if (value === undefined || value === null || value === '') return undefined
  const given = typeof value === 'string' ? { path: value } : value
  const where = typeof value === 'string' ? 'stylesheet' : 'stylesheet.path'
  const page = readAddress(given.page, 'stylesheet.page', context.base, context)
  const place = readDocumentPlace(given.path, where, '/feed.css', site, context)
  if (place === undefined || !taken.take(place.path, given.path, 'stylesheet', where)) {
    return undefined
  }
  return { ...place, page }
}

// Servers tell by the end of the name what a document is.
function readDocumentPlace(
  value: string | null | undefined,
  where: string,
  example: string,
  site: string,
  context: Context,
): Place | undefined {
  const place = readPlace(value, where, site, context, example)
  const ending = example.slice(example.lastIndexOf('.'))
  if (place === undefined || place.path.endsWith(ending)) return place
  const message = `Cannot use path ${show(value)}: expected a name that ends in ${ending}, such as ${example}`
  context.findings.add('invalid-value', where, message)
  return undefined
}
