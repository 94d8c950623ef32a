/** All readers of the lab. The first ones are programs that people read with, the others what software is built on. */
import { akregator } from './akregator.js'
import { feedExtractor } from './feed-extractor.js'
import { feedParser } from './feed-parser.js'
import { feedsmith } from './feedsmith.js'
import type { Reader } from './lab/reader.js'
import { liferea } from './liferea.js'
import { newsboat } from './newsboat.js'
import { nodeFeedparser } from './node-feedparser.js'
import { pythonFeedparser } from './python-feedparser.js'
import { rssParser } from './rss-parser.js'
import { sfeed } from './sfeed.js'
import { thunderbird } from './thunderbird.js'

export const readers: readonly Reader[] = [
  thunderbird,
  liferea,
  akregator,
  newsboat,
  sfeed,
  pythonFeedparser,
  rssParser,
  feedsmith,
  feedExtractor,
  feedParser,
  nodeFeedparser,
]
