import { createFeed, toAtom, toJsonFeed, toRss, type FeedInput } from 'pressfeed'
import { hardText } from '../fixtures/hard-text.js'
import { full, least, selfOf } from '../fixtures/inputs.js'
import type { Format } from './rule.js'

export const formats = ['rss', 'atom', 'json'] as const satisfies readonly Format[]

/** A document of each format. */
export type Documents = Readonly<Record<Format, string>>

/** Writes an input in all formats, as served at the fixtures' addresses. */
export function write(input: FeedInput): Documents {
  const feed = createFeed(input)
  return {
    rss: toRss(feed, { self: selfOf.rss }),
    atom: toAtom(feed, { self: selfOf.atom }),
    json: toJsonFeed(feed, { self: selfOf.json }),
  }
}

/** Inputs whose documents must keep every rule. */
export const cases = [
  { name: 'full', input: full, except: [] },
  { name: 'least', input: least, except: [] },
  // Its texts are meant to look as if they were escaped twice.
  { name: 'hard text', input: hardText, except: [7] },
  { name: 'no articles', input: { ...full, articles: [] }, except: [] },
] as const satisfies readonly {
  readonly name: string
  readonly input: FeedInput
  readonly except: readonly number[]
}[]
