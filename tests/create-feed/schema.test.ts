import type { InferInput } from 'valibot'
import { describe, expect, it } from 'vitest'
import type { ArticleInput, FeedInput } from 'pressfeed'
import { articleSchema, feedSchema } from '../../src/create-feed/schema.js'
import { full } from '../fixtures/inputs.js'

// The types that people see and the schema that checks them are written apart, because only one of them
// carries the docs. Here they are held together: a field in one of the two only does not compile.

type Mutable<T> = T extends Date
  ? T
  : T extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
      : T

/** The names of all fields, at every depth, in place of their types. */
type Names<T> = T extends Date
  ? true
  : T extends readonly (infer Item)[]
    ? Names<NonNullable<Item>>
    : T extends object
      ? string extends keyof T
        ? true
        : { [Key in keyof T]-?: Names<NonNullable<T[Key]>> }
      : true

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

type ArticleFields = InferInput<typeof articleSchema>
type FeedFields = InferInput<typeof feedSchema>

const sameArticleFields: Same<Names<ArticleInput>, Names<ArticleFields>> = true
const sameFeedFields: Same<keyof FeedInput, keyof FeedFields> = true
const articleFits: Mutable<ArticleInput> extends ArticleFields ? true : false = true

describe('the schema', () => {
  it('has the fields of the types, and the fixture `full` uses every one', () => {
    expect([sameArticleFields, sameFeedFields, articleFits]).toEqual([true, true, true])
    expect(Object.keys(feedSchema.entries).sort()).toEqual(Object.keys(full).sort())
    expect(Object.keys(articleSchema.entries).sort()).toEqual(Object.keys(full.articles[0]).sort())
  })
})
