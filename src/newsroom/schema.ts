/** The shape of a newsroom beside its articles. What the values mean is read in `read-newsroom.ts`. */
import * as v from 'valibot'
import { feedSchema } from '../create-feed/schema.js'

const text = v.nullish(v.string())
const number = v.nullish(v.number())
const texts = v.nullish(v.union([v.string(), v.array(v.nullish(v.string()))]))
const format = v.picklist(['rss', 'atom', 'json'])

/** One feed of a newsroom. */
const feedDefinitionSchema = v.object({
  format: v.nullish(format),
  path: text,
  only: v.nullish(v.object({ tag: texts, language: texts, subject: texts })),
  limit: number,
  maxAgeInDays: number,
  archive: v.nullish(v.union([v.boolean(), v.object({ size: number })])),
  allTranslations: v.nullish(v.boolean()),
  title: text,
  description: text,
  link: text,
  language: text,
  id: text,
  leadImage: v.nullish(v.picklist(['enclosure'])),
})

/** One page for people of a newsroom. */
const pageDefinitionSchema = v.object({
  path: text,
  only: v.nullish(v.object({ tag: texts, language: texts, subject: texts })),
  limit: number,
  maxAgeInDays: number,
  allTranslations: v.nullish(v.boolean()),
  title: text,
  description: text,
  link: text,
  language: text,
  stylesheet: text,
})

const { articles: _, ...feedEntries } = feedSchema.entries

// A required member that is absent could not be taken out again, so none is required here.
/** A newsroom; `articles` and `extensions` are checked where they are used. */
export const newsroomSchema = v.object({
  ...feedEntries,
  articles: v.optional(v.unknown()),
  feeds: v.nullish(v.array(v.nullish(feedDefinitionSchema))),
  site: text,
  opml: v.nullish(v.union([v.string(), v.object({ path: text, format: v.nullish(format) })])),
  hosts: texts,
  pages: v.nullish(v.array(v.nullish(pageDefinitionSchema))),
  stylesheet: v.nullish(v.union([v.string(), v.object({ path: text, page: text })])),
  extensions: v.optional(v.unknown()),
})

/** One feed whose fields have the right types. */
export type FeedDefinitionShape = v.InferOutput<typeof feedDefinitionSchema>

/** One page whose fields have the right types. */
export type PageDefinitionShape = v.InferOutput<typeof pageDefinitionSchema>

/** A newsroom whose fields have the right types. */
export type NewsroomShape = v.InferOutput<typeof newsroomSchema>
