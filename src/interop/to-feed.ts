import type { Article, Feed } from '../model/feed.js'
import { writeAuthor } from './authors.js'
import { carriedIn, listOf, type CarriedByFeed, type CarriedByItem } from './carried.js'
import { writeCategories } from './categories.js'
import type {
  FeedPackageCollector,
  FeedPackageItem,
  FeedPackageOptions,
} from './feed-package-types.js'
import { writeFiles } from './files.js'
import { given } from './given.js'
import { forCdata, forKeyword } from './xml-gaps.js'

/**
 * Makes an object of the `feed` package (version 6) of a feed: `toFeed(feed, Feed)`, where `Feed` is the
 * class that `feed` exports. It is handed in, so that this entry point loads without `feed`, the object
 * is of the very copy of `feed` that the caller goes on to use, and its methods are known to the types.
 *
 * It holds all that `feed` has a place for, and what {@link fromFeed} carried. Captions and credits stand
 * in the content alone. There is no place for: languages of articles, translations, sources, places,
 * licences, release numbers, expiry, hubs and authors of the feed after the first, and files beyond one
 * picture, document, recording and film each. Keywords and repeated `]]>` are spelt so that `feed`
 * writes XML of them. A feed without `updated` gets the present time when `feed` writes it.
 */
export function toFeed<Made extends FeedPackageCollector>(
  feed: Feed,
  FeedClass: new (options: FeedPackageOptions) => Made,
): Made {
  const { contributors, extensions, ...options } = carriedIn<CarriedByFeed>(feed.data)
  const made = new FeedClass(toOptions(feed, options))
  for (const article of feed.articles) made.addItem(toItem(article))
  for (const tag of feed.tags) made.addCategory(forKeyword(tag))
  for (const contributor of listOf(contributors)) made.addContributor({ ...contributor })
  for (const extension of listOf(extensions)) made.addExtension({ ...extension })
  return made
}

function toOptions(feed: Feed, carried: Partial<FeedPackageOptions>): FeedPackageOptions {
  const [first] = feed.authors
  return {
    ...carried,
    title: feed.title,
    link: feed.link,
    description: feed.description,
    language: feed.language,
    // Atom demands an id (RFC 4287 section 4.1.1), and feed writes an empty one when it has none.
    id: feed.id ?? feed.link,
    ...given({
      updated: feed.updated === undefined ? undefined : new Date(feed.updated),
      generator: feed.generator ? carried.generator : false,
      hub: feed.hubs[0],
      author: first === undefined ? undefined : writeAuthor(first),
      copyright: feed.copyright,
      image: feed.logo?.url,
      favicon: feed.icon,
      ttl: feed.ttlInMinutes,
    }),
  }
}

function toItem(article: Article): FeedPackageItem {
  const { contributor, extensions, id } = carriedIn<CarriedByItem>(article.data)
  return {
    title: forCdata(article.title),
    link: article.link,
    id: id ?? article.id,
    date: new Date(article.updated),
    published: new Date(article.published),
    description: forCdata(article.summary),
    ...given({
      guid: id === undefined ? undefined : article.id,
      content: article.content === '' ? undefined : forCdata(article.content),
      // An empty list makes json1 of feed 6 throw.
      author: article.authors.length === 0 ? undefined : article.authors.map(writeAuthor),
      category: writeCategories(article),
      copyright: article.rights,
      contributor,
      extensions,
    }),
    ...writeFiles(article),
  }
}
