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
import { stages } from '../life/stages.js'
import type { CaseName, Format } from './rule.js'

export const formats = ['rss', 'atom', 'json'] as const satisfies readonly Format[]

/** A document of each format. */
export type Documents = Readonly<Record<Format, string>>

type Archive = WriterOptions['archive']

/** Writes an input in all formats, as served at the fixtures' addresses. */
export function write(input: FeedInput, archive?: Archive, now?: string): Documents {
  const feed = createFeed(input, { now })
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

/** A case without a name that others know it by. */
interface OtherCase {
  readonly name: string
  readonly input: FeedInput
  readonly except: readonly number[]
  readonly now: string
}

/** What a release has besides. */
const release = {
  translationKey: undefined,
  dateline: 'PARIS',
  quotes: [{ text: 'We build for a century.', speaker: 'The minister', role: 'Energy' }],
  notesToEditors: '<p>The plant can be visited.</p>',
  boilerplate: '<p>The Ministry looks after energy.</p>',
  contacts: [{ name: 'Press office', email: 'press@newsroom.example', phone: '+33 1 23 45 67 89' }],
  subjects: ['medtop:20000763', 'isin:FR0000120271', 'ticker:XPAR:TTE'],
}

const languages = ['en', 'fr', 'es', 'de', 'vi', 'ar', 'it']

/** A release at every stage of its life, in each language that the library speaks, and in one that it does not. */
export const lives: readonly OtherCase[] = languages.flatMap((language) =>
  stages.map((stage) => ({
    name: `a release, ${stage.name}, in ${language}`,
    input: {
      ...{ title: 'Newsroom', link: 'https://newsroom.example/', description: 'Press releases' },
      ...{ language, timeZone: 'Europe/Paris', authors: ['Press office'], allTranslations: true },
      articles: stage.articles.map((article) => ({ ...article, language, ...release })),
    },
    except: [],
    now: stage.now,
  })),
)

/** The documents of a case. */
export function documentsOf(each: (typeof cases)[number] | OtherCase): Documents {
  return write(
    each.input,
    'archive' in each ? each.archive : undefined,
    'now' in each ? each.now : undefined,
  )
}
