import {
  createFeed,
  toAtom,
  toJsonFeed,
  toRss,
  type FeedInput,
  type WriterOptions,
} from 'pressfeed'
import { hardText } from '../fixtures/hard-text.js'
import { full, least, selfOf } from '../fixtures/inputs.js'
import type { CaseName, Format } from './rule.js'

export const formats = ['rss', 'atom', 'json'] as const satisfies readonly Format[]

/** A document of each format. */
export type Documents = Readonly<Record<Format, string>>

type Archive = WriterOptions['archive']

/** Writes an input in all formats, as served at the fixtures' addresses. */
export function write(input: FeedInput, archive?: Archive): Documents {
  const feed = createFeed(input)
  return {
    rss: toRss(feed, { self: selfOf.rss, archive }),
    atom: toAtom(feed, { self: selfOf.atom, archive }),
    json: toJsonFeed(feed, { self: selfOf.json, archive }),
  }
}

/** Inputs whose documents must keep every rule. */
export const cases = [
  { name: 'full', input: full, except: [] },
  { name: 'least', input: least, except: [] },
  // Its texts are meant to look as if they were escaped twice.
  { name: 'hard text', input: hardText, except: [7] },
  { name: 'no articles', input: { ...full, articles: [] }, except: [] },
  { name: 'before archives', input: full, except: [], archive: { previous: '/archive/3' } },
  {
    name: 'archive page',
    input: full,
    except: [],
    archive: { current: '/news', previous: '/archive/1', next: '/archive/3' },
  },
] as const satisfies readonly {
  readonly name: CaseName
  readonly input: FeedInput
  readonly except: readonly number[]
  readonly archive?: Archive
}[]

/** The documents of a case. */
export function documentsOf(each: (typeof cases)[number]): Documents {
  return write(each.input, 'archive' in each ? each.archive : undefined)
}
