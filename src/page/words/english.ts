import type { PageWords } from '../../words/page-words.js'

/** English. */
export const english: PageWords = {
  latestReleases: 'Latest press releases',
  noReleases: 'There are no press releases at present.',
  morePictures: 'More pictures in the release: {count}',
  subscribe: 'Subscribe',
  whatIsAFeed:
    'A feed brings our press releases to you: as soon as one is published, it is in your reader, with its pictures. You give no email address and need no account with us.',
  howToSubscribe:
    'You need a feed reader, an app or a website; many are free. Choose your reader below, or copy an address and paste it where your reader says “Add” or “Subscribe”.',
  addTo: 'Add to:',
  readerOfThisDevice: 'the app on this device',
  copyAddress: 'Copy address',
  copied: 'Copied',
  allFeeds: 'All feeds in one file, to import (OPML)',
  otherPages: 'Other pages',
  rawFeed: 'This is a feed. Copy the address of this page into your feed reader to subscribe.',
  rawFeedPage: 'What a feed is, and our press releases to read: {address}',
}
