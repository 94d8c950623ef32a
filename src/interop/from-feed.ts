import type { ArticleInput, DateInput, FeedInput } from '../model/input.js'
import { readAuthors } from './authors.js'
import { carry, listOf } from './carried.js'
import { readCategories } from './categories.js'
import type { FeedPackageFeed, FeedPackageItem, FeedPackageOptions } from './feed-package-types.js'
import { readFiles } from './files.js'

/**
 * Reads an object of the `feed` package (versions 4, 5 and 6) as the input of `createFeed`. Ids stay as
 * they were. What pressfeed has no field for is in `data.feed`, of the feed and of each article, under
 * its own name. The object is neither changed nor held on to.
 *
 * `overrides` says what `feed` was never told, or says it better; only `data` is joined with what is
 * carried. Nothing is made up: a link, description or language given on neither side is an empty text,
 * which means "not given", and `createFeed` names it. Values of the wrong kind are passed on for the
 * same reason.
 */
export function fromFeed(feed: FeedPackageFeed, overrides: Partial<FeedInput> = {}): FeedInput {
  const { data, ...input } = fromOptions(feed.options, {
    contributors: feed.contributors,
    extensions: feed.extensions,
  })
  return {
    ...input,
    tags: [...listOf(feed.categories)],
    articles: listOf(feed.items).map(fromItem),
    ...overrides,
    data: { ...data, ...overrides.data },
  }
}

function fromOptions(
  options: FeedPackageOptions,
  lists: Readonly<Record<string, unknown>>,
): Omit<FeedInput, 'articles'> {
  const { title, link, description, language, id, updated, hub, ...more } = options
  const { author, copyright, image, favicon, ttl, generator, ...rest } = more
  const { people, unsaid } = readAuthors(author)
  return {
    title,
    link: link ?? '',
    description: description ?? '',
    language: language ?? '',
    id,
    updated: copyDate(updated),
    hub,
    authors: people,
    copyright,
    logo: image,
    icon: favicon,
    ttlInMinutes: ttl === 0 ? undefined : ttl,
    // Our feeds name pressfeed or nobody; the name of another maker is carried.
    generator: generator === false ? false : undefined,
    data: carry({ ...rest, generator: generator || undefined, author: unsaid, ...lists }),
  }
}

function fromItem(item: FeedPackageItem): ArticleInput {
  const { title, link, id, guid, date, published, description, content, ...more } = item
  const { image, enclosure, audio, video, author, category, copyright, ...rest } = more
  const files = readFiles({ image, enclosure, audio, video })
  const authors = readAuthors(author)
  const categories = readCategories(category)
  const [mainId, otherId] = [guid, id].filter((value) => value !== undefined && value !== '')
  // feed dates an item without `published` by its last change, so that is what subscribers saw.
  const isUnchanged = published === undefined || !isLater(date, published)
  const hasText = content !== undefined && content !== ''
  return {
    title,
    link,
    id: mainId ?? toPermalink(link),
    published: copyDate(published ?? date),
    updated: isUnchanged ? undefined : copyDate(date),
    // Without content, description is what readers show as the text, and it may hold HTML.
    body: hasText ? content : description,
    summary: hasText ? description : undefined,
    images: files.images,
    attachments: files.attachments,
    authors: authors.people,
    tags: categories.tags,
    subjects: categories.subjects,
    rights: copyright,
    data: carry({
      ...rest,
      ...files.unsaid,
      id: otherId === mainId ? undefined : otherId,
      date: isUnchanged && isLater(published, date) ? date : undefined,
      author: authors.unsaid,
      category: categories.unsaid,
    }),
  }
}

// Where an item has no id, version 6 writes its link in the form of the URL standard as the id.
function toPermalink(link: string): string {
  return URL.canParse(link) ? new URL(link).href : link
}

// Anything but two dates in the wrong order counts as later, so that createFeed gets to see it.
function isLater(date: Date | undefined, other: Date | undefined): boolean {
  if (date === undefined || other === undefined) return false
  return !(date <= other)
}

function copyDate<Value extends DateInput | undefined>(value: Value): Value | Date {
  return value instanceof Date ? new Date(value) : value
}
