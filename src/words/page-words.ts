/** Which words the page for people has. The words themselves are in `page/words/`, so that feeds do without them. */

/** The words of the page for people, and of a raw feed with a stylesheet, in one language. */
export interface PageWords {
  /** Heading above the releases. */
  readonly latestReleases: string
  /** In place of the releases where there are none. */
  readonly noReleases: string
  /** Below a release that has more pictures than the one shown. `{count}` */
  readonly morePictures: string
  /** Heading above the feeds, and the link that leads there. */
  readonly subscribe: string
  /** What a feed is, in plain words. */
  readonly whatIsAFeed: string
  /** How to subscribe. */
  readonly howToSubscribe: string
  /** Before the names of readers that take a feed by a link. */
  readonly addTo: string
  /** Name of the link that opens the reader of this device. */
  readonly readerOfThisDevice: string
  /** On the button beside an address. */
  readonly copyAddress: string
  /** On that button, and said aloud, once the address is copied. */
  readonly copied: string
  /** Name of the link to the OPML file. */
  readonly allFeeds: string
  /** What the list of other pages is, for those who hear it. */
  readonly otherPages: string
  /** Above a raw feed: what it is. */
  readonly rawFeed: string
  /** Above a raw feed: where people find the page. `{address}` */
  readonly rawFeedPage: string
}

/** The places that each of them has to fill. */
export const pageWordPlaces: Readonly<Record<keyof PageWords, readonly string[]>> = {
  latestReleases: [],
  noReleases: [],
  morePictures: ['count'],
  subscribe: [],
  whatIsAFeed: [],
  howToSubscribe: [],
  addTo: [],
  readerOfThisDevice: [],
  copyAddress: [],
  copied: [],
  allFeeds: [],
  otherPages: [],
  rawFeed: [],
  rawFeedPage: ['address'],
}
