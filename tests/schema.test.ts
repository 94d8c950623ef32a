import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkFeed } from 'pressfeed'
import type { FeedInput, Issue } from 'pressfeed'
import { fromMarkdown } from 'pressfeed/markdown'
import { formatSchema, makeSchemas } from '../scripts/write-schemas.mjs'
import type { JsonSchema } from '../scripts/write-schemas.mjs'
import { articleSchema } from '../src/create-feed/schema.js'
import { readDate } from '../src/date.js'
import { article as frontMatter } from '../src/markdown/fields.js'
import { newsroomSchema } from '../src/newsroom/schema.js'
import { codeBlocksOf } from './code-blocks.js'
import { full, least } from './fixtures/inputs.js'

const schemas = makeSchemas({ articleSchema, newsroomSchema, frontMatter })
const isRecords = judge('articles.json')
const isFrontMatter = judge('front-matter.json')

// What a record holds when it has been through JSON.
const records = (JSON.parse(JSON.stringify(full)) as { articles: Json[] }).articles
const record = withOneOfEach(records[0]) as Json
const { body: _, ...frontMatterOfRecord } = record

type Json = Readonly<Record<string, unknown>>
type Keys = readonly (string | number)[]

describe('articles.json', () => {
  it('takes the fixtures, as a list and one by one', () => {
    expect(faults(isRecords, records)).toEqual([])
    expect(faults(isRecords, least.articles)).toEqual([])
    for (const each of records) expect(faults(isRecords, each)).toEqual([])
    expect(faults(isRecords, { $schema: './articles.json', ...record })).toEqual([])
    expect(faults(isRecords, { $schema: './articles.json', articles: records })).toEqual([])
  })

  it.each([
    ['title', 'empty-title'],
    ['link', 'missing-field'],
    ['published', 'missing-field'],
  ])('wants %s', (name, code) => {
    const { [name]: _, ...rest } = record
    expect(isRecords([rest])).toBe(false)
    expect(found(rest)).toContain(`${code} articles[0].${name}`)
    expect(isRecords([{ ...record, [name]: null }])).toBe(false)
  })

  it('refuses what createFeed refuses, and the other way round', () => {
    const values = [
      ...['text', '', ' ', 'https://a.example/', '2026-03-02', '2 March', 12, 1.5, -1, true, false],
      ...[null, [], ['a'], [1], [null], [['a']], {}, { unknown: 1 }, [{}], [{ unknown: 1 }]],
    ]
    const disagreements = places(record).flatMap((keys) =>
      values.flatMap((value) => {
        const changed = withValue(record, keys, value)
        return disagreement(isRecords([changed]), found(changed), keys, JSON.stringify(value))
      }),
    )
    expect(disagreements).toEqual([])
  })
})

describe('front-matter.json', () => {
  it('takes the first example of docs/markdown.md and the press releases of the example', () => {
    const example = codeBlocksOf('docs/markdown.md')[0]?.code ?? ''
    const releases = ['article.fr.md', 'article.en.md', 'feeds.fr.md'].map((name) =>
      readFileSync(`examples/press-release/news/${name}`, 'utf8'),
    )
    for (const text of [example, ...releases]) {
      expect(faults(isFrontMatter, parse(frontMatterIn(text)))).toEqual([])
    }
  })

  it('wants nothing but the date', () => {
    expect(isFrontMatter({})).toBe(false)
    expect(faults(isFrontMatter, { published: '2026-03-02' })).toEqual([])
  })

  it.each([
    ['one name', 'author: Press office'],
    ['one name with an address', 'authors: { name: Press office, url: /press }'],
    ['one word', 'tags: plants'],
    ['numbers that are text', 'title: 2026\nreleaseNumber: 0012\ntags: [2026]'],
    ['fields without a value', 'tags:\nimages:\nsource:\ntitle:\ndraft:\nupdated:'],
    ['its own schema', '$schema: ../front-matter.json'],
  ])('takes %s', (_name, yaml) => {
    expect(faults(isFrontMatter, parse(`published: 2026-03-02\n${yaml}`))).toEqual([])
    const issues = foundInYaml(`published: 2026-03-02\n${yaml}`)
    expect(issues.filter((each) => each.startsWith('wrong-type'))).toEqual([])
  })

  it.each([
    ['a typo in a name', 'titel: Rotors'],
    ['a list for a text', 'summary: [a, b]'],
    ['a text for a number', 'images: [{ url: /a.jpg, width: wide }]'],
    ['a number in quotes', 'images: [{ url: /a.jpg, width: "640" }]'],
    ['a text for a group', 'source: Agency'],
    ['a text for a switch', 'draft: "yes"'],
    ['one picture without a list', 'images: { url: /a.jpg }'],
    ['a caption in the wrong place', 'caption: The plant at dawn.'],
    ['a member that pictures do not have', 'images: [{ url: /a.jpg, author: Press office }]'],
    ['a picture without an address', 'images: [{ caption: The plant at dawn. }]'],
    ['a bad date', 'updated: 2 March'],
    ['a year for a date', 'updated: 2026'],
    ['no date', 'published:'],
    ['data that is a text', 'data: final'],
    ['the text of the article', 'body: The plant'],
  ])('refuses %s, and so do we', (_name, yaml) => {
    const whole = yaml.startsWith('published') ? yaml : `published: 2026-03-02\n${yaml}`
    expect(isFrontMatter(parse(whole))).toBe(false)
    expect(foundInYaml(whole)).not.toEqual([])
  })

  // Every value at every place of the front matter: some thousands of files.
  it('refuses what we refuse, and the other way round', { timeout: 120_000 }, () => {
    const values = [
      ...['text', '', '""', '~', '2026-03-02', '2026-03-02 09:00+01:00', '2 March', '12', '0012'],
      ...['-1.5', '1e3', '"12"', 'true', 'no', '[]', '[a]', '[1]', '[~]', '[[a]]', '{}'],
      ...['{ unknown: 1 }', '[{}]', '[{ unknown: 1 }]'],
    ]
    const disagreements = places(frontMatterOfRecord).flatMap((keys) =>
      values.flatMap((value) => {
        const text = stringify(withValue(frontMatterOfRecord, keys, 'HERE')).replace('HERE', value)
        const issues = foundInYaml(text)
        // The one known difference: a text may be `true`, but editors would offer it for every text.
        if (value === 'true' && issues.length === 0) return []
        return disagreement(isFrontMatter(parse(text)), issues, keys, value)
      }),
    )
    expect(disagreements).toEqual([])
  })
})

describe('config.json', () => {
  const { articles: _none, ...head } = full
  const feeds = [{ format: 'rss', path: '/rss.xml' }]

  it.each([
    ['a list', records],
    ['a folder', { markdownFolder: 'content/news', ignore: ['drafts/**'] }],
    ['a file', { jsonFile: 'articles.json' }],
  ])('takes articles from %s', (_name, articles) => {
    const config = { $schema: './config.json', ...head, articles, feeds }
    expect(faults(judge('config.json'), config)).toEqual([])
  })

  it.each([
    ['no feeds', { ...head, articles: [] }],
    ['an unknown format', { ...head, articles: [], feeds: [{ format: 'opml', path: '/a' }] }],
    ['a feed without a path', { ...head, articles: [], feeds: [{ format: 'rss' }] }],
    ['two sources', { ...head, feeds, articles: { markdownFolder: 'a', jsonFile: 'b' } }],
    ['code', { ...head, feeds, articles: [], extensions: [] }],
  ])('refuses %s', (_name, config) => {
    expect(judge('config.json')(config)).toBe(false)
  })
})

it('every property has a description of one line', () => {
  for (const schema of Object.values(schemas)) {
    const properties = propertiesIn(schema)
    expect(properties.length).toBeGreaterThan(50)
    for (const [name, { description }] of properties) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^\S.*[.)]$/)])
    }
  }
})

it('dates have the form that src/date.ts reads', () => {
  const { properties } = schemas['front-matter.json'] as unknown as {
    properties: Readonly<Record<string, { readonly pattern: string }>>
  }
  const published = new RegExp(properties['published']?.pattern ?? '')
  const updated = new RegExp(properties['updated']?.pattern ?? '')
  const near =
    /^ ?\d{4}-\d{2}-\d{2,3}([Tt ]\d{2}:\d{2}(:\d{2})?([.,]\d{1,2})?)? ?(Z|z|[+-]\d{1,4}|[+-]\d{2}:\d{2})? ?$/
  const texts = fc.oneof(fc.stringMatching(near), fc.string())
  fc.assert(
    fc.property(texts, (text) => {
      const isDate = readDate(text, 'Europe/Paris').fault !== 'unreadable-date'
      expect(published.test(text)).toBe(isDate)
      expect(updated.test(text)).toBe(isDate || text.trim() === '')
    }),
  )
})

it('is the same text every time', () => {
  const again = makeSchemas({ articleSchema, newsroomSchema, frontMatter })
  for (const [name, schema] of Object.entries(schemas)) {
    expect(formatSchema(again[name] ?? {})).toBe(formatSchema(schema))
    expect(JSON.parse(formatSchema(schema))).toEqual(schema)
  }
})

/** Ajv in its strict mode, which refuses misspelt keywords; editors also know `patternErrorMessage`. */
function judge(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true })
  ajv.addVocabulary(['patternErrorMessage'])
  return ajv.compile(schemas[name] ?? {})
}

function faults(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What we find in a record: code and path. */
function found(article: Json): readonly string[] {
  return checkFeed({ ...full, articles: [article] } as unknown as FeedInput).map(named)
}

function foundInYaml(yaml: string): readonly string[] {
  const missing = ['title', 'link'].filter((name) => !new RegExp(`^${name}:`, 'm').test(yaml))
  const text = [...missing.map((name) => `${name}: /t`), yaml.trimEnd()].join('\n')
  const { article, issues } = fromMarkdown(`---\n${text}\n---\nText.\n`)
  return [...issues.map(named), ...(article === undefined ? [] : found({ ...article }))]
}

function named({ code, path }: Issue): string {
  return `${code} ${path}`
}

function disagreement(
  accepted: boolean,
  issues: readonly string[],
  keys: Keys,
  value: string,
): readonly string[] {
  const label = `${keys.join('.')}: ${value}`
  if (!accepted && issues.length === 0) return [`${label}: only the schema refuses it`]
  const wrongType = issues.find((each) => each.startsWith('wrong-type'))
  return accepted && wrongType !== undefined ? [`${label}: the schema takes it, ${wrongType}`] : []
}

/** Where something stands in a value: fields, their fields, items of lists, and a field that is unknown. */
function places(value: unknown, keys: Keys = []): readonly Keys[] {
  if (typeof value !== 'object' || value === null) return [keys]
  const own = keys.length === 0 ? [] : [keys]
  const unknown = Array.isArray(value) ? [] : [[...keys, 'unknown']]
  const inner = Object.entries(value).flatMap(([name, member]) =>
    places(member, [...keys, Array.isArray(value) ? Number(name) : name]),
  )
  return [...own, ...inner, ...unknown]
}

function withValue(value: unknown, [key, ...rest]: Keys, to: unknown): Json {
  if (key === undefined) return to as Json
  const member = (value as Readonly<Record<string | number, unknown>>)[key]
  const changed = withValue(member, rest, to)
  if (Array.isArray(value)) return value.with(Number(key), changed) as unknown as Json
  return { ...(value as Json), [key]: changed }
}

/** The value with one item in every list: the others would only be judged again. */
function withOneOfEach(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.slice(0, 1).map(withOneOfEach)
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withOneOfEach(member)]),
  )
}

function frontMatterIn(text: string): string {
  return /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
}

function propertiesIn(value: unknown): readonly (readonly [string, JsonSchema])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const own = name === 'properties' ? Object.entries(member as Record<string, JsonSchema>) : []
    return [...own, ...propertiesIn(member)]
  })
}
