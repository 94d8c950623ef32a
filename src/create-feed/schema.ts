/**
 * The shape of the input: which fields there are and of which type. What the values mean (addresses,
 * dates, languages) and which are required is read afterwards, so that every finding has a code of its own.
 */
import * as v from 'valibot'

const text = v.nullish(v.string())
const number = v.nullish(v.number())
const date = v.nullish(v.union([v.string(), v.date()]))
// Not v.record(), which leaves out members named like parts of a prototype without a word.
const data = v.nullish(
  v.custom<Readonly<Record<string, unknown>>>(
    (value) => Object.prototype.toString.call(value) === '[object Object]',
  ),
)
// An item may be absent too; it stands for one that was of the wrong type.
const list = <const Item extends v.GenericSchema>(item: Item) => v.nullish(v.array(v.nullish(item)))

const person = v.union([v.string(), v.object({ name: text, url: text, email: text })])

const image = v.object({
  url: text,
  alt: text,
  caption: text,
  credit: text,
  title: text,
  type: text,
  bytes: number,
  width: number,
  height: number,
  copyright: text,
  license: text,
})

const attachment = v.object({
  url: text,
  title: text,
  type: text,
  bytes: number,
  durationInSeconds: number,
})

/** One article. */
export const articleSchema = v.object({
  title: text,
  link: text,
  published: date,
  updated: date,
  id: text,
  body: text,
  base: text,
  draft: v.nullish(v.boolean()),
  embargo: date,
  corrections: list(v.object({ date, note: text, announce: v.nullish(v.boolean()) })),
  replaces: v.nullish(v.union([v.string(), v.array(text)])),
  withdrawn: v.nullish(
    v.object({ date, reason: text, title: text, announce: v.nullish(v.boolean()) }),
  ),
  dateline: v.nullish(v.union([v.string(), v.object({ place: text, date })])),
  quotes: list(v.object({ text, speaker: text, role: text })),
  notesToEditors: text,
  boilerplate: text,
  contacts: list(
    v.object({ name: text, role: text, organization: text, email: text, phone: text, url: text }),
  ),
  summary: text,
  images: list(image),
  attachments: list(attachment),
  authors: list(person),
  tags: list(v.string()),
  subjects: list(v.union([v.string(), v.object({ scheme: text, code: text, label: text })])),
  language: text,
  translations: list(v.object({ language: text, link: text })),
  translationKey: text,
  source: v.nullish(v.object({ name: text, link: text, feed: text })),
  location: v.nullish(v.object({ name: text, latitude: number, longitude: number })),
  rights: text,
  license: text,
  releaseNumber: text,
  expires: date,
  data,
})

/** A feed; its articles are checked one by one with {@link articleSchema}. */
export const feedSchema = v.object({
  title: text,
  link: text,
  description: text,
  language: text,
  articles: v.nullish(v.array(v.unknown())),
  id: text,
  updated: date,
  timeZone: text,
  hub: v.nullish(v.union([v.string(), v.array(text)])),
  authors: list(person),
  copyright: text,
  logo: v.nullish(v.union([v.string(), v.object({ url: text, width: number, height: number })])),
  icon: text,
  ttlInMinutes: number,
  tags: list(v.string()),
  generator: v.nullish(v.boolean()),
  words: data,
  withdrawalNoticeInDays: number,
  tombstones: v.nullish(v.boolean()),
  allTranslations: v.nullish(v.boolean()),
  lint: v.nullish(
    v.object({
      titleLength: number,
      credit: v.nullish(v.boolean()),
      contact: v.nullish(v.boolean()),
      boilerplate: v.nullish(v.boolean()),
      translation: v.nullish(v.boolean()),
      languages: list(v.string()),
    }),
  ),
  ids: v.nullish(v.string()),
  data,
})

/** An article whose fields have the right types. */
export type ArticleShape = v.InferOutput<typeof articleSchema>

/** A feed whose fields have the right types. */
export type FeedShape = v.InferOutput<typeof feedSchema>
