/**
 * To and from the objects of the npm package `feed`. Public entry point `pressfeed/feed`.
 *
 * Nothing here imports `feed`, neither at run time nor in the types: the entry point loads without it.
 */
export { fromFeed } from './from-feed.js'
export { toFeed } from './to-feed.js'
export type {
  FeedPackageAuthor,
  FeedPackageCategory,
  FeedPackageCollector,
  FeedPackageEnclosure,
  FeedPackageExtension,
  FeedPackageFeed,
  FeedPackageItem,
  FeedPackageOptions,
} from './feed-package-types.js'
