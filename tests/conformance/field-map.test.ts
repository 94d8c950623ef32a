import { checkFeed, type FeedInput } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { full } from '../fixtures/inputs.js'
import { articleContextFields } from './article-context-fields.js'
import { articleFields } from './article-fields.js'
import { formats, write, type Documents } from './cases.js'
import { feedExtraFields } from './feed-extra-fields.js'
import { feedFields } from './feed-fields.js'
import type { Values } from './field-map.js'
import { mediaFields } from './media-fields.js'
import { pictureFields } from './picture-fields.js'
import { releaseFields } from './release-fields.js'
import type { Format } from './rule.js'
import { parseXml, valuesAt } from './xml-tree.js'

const rows = [
  ...feedFields,
  ...feedExtraFields,
  ...articleFields,
  ...articleContextFields,
  ...mediaFields,
  ...pictureFields,
  ...releaseFields,
]
const written = write(full)

describe.each(rows.map((row) => [row.field, row] as const))('%s', (field, row) => {
  it.each(formats)('arrives in %s', (format) => {
    const { arrives } = row
    expect(found(written, format, Object.keys(arrives[format]))).toEqual(arrives[format])
  })

  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', emptyOf(valueAt(full, field))],
  ])('when %s', (_, value) => {
    const input = changed(full, field, value)
    const issues = checkFeed(input)
    // Without a link nothing is left to resolve other addresses against, which is reported for each.
    const said = issues
      .filter(({ code }) => !field.endsWith('link') || code !== 'relative-address')
      .map(({ code, path }) => `${code} ${path}`)
    expect(said).toEqual(row.missing ?? [])
    if (issues.some(({ severity }) => severity === 'error')) return
    const documents = write(input)
    for (const format of formats) {
      const places = Object.keys(row.arrives[format])
      const nothing = Object.fromEntries(places.map((place) => [place, []]))
      expect(found(documents, format, places)).toEqual({ ...nothing, ...row.otherwise?.[format] })
    }
  })

  it.each(row.wrong)('when wrong: %j is %s', (value, code, path) => {
    const issues = checkFeed(changed(full, field, value))
    const place = path ?? field.replace(/\.(\d+)/g, '[$1]')
    expect(issues.map((issue) => `${issue.code} ${issue.path}`)).toContain(`${code} ${place}`)
  })
})

it('has a row for every field of the input, and `full` uses them all without a finding', () => {
  const fields = rows.map(({ field }) => field)
  const given = [
    ...Object.keys(full).filter((name) => name !== 'articles'),
    ...Object.keys(full.articles[0]).map((name) => `articles.0.${name}`),
    ...Object.keys(full.articles[0].images[0]).map((name) => `articles.0.images.0.${name}`),
  ]
  expect([...fields].sort()).toEqual(given.sort())
  expect(checkFeed(full)).toEqual([])
})

it('takes the document’s own address for the id of a feed, and failing that the link', () => {
  const places = ['id']
  const input = changed(full, 'id', undefined)
  expect(found(write(input), 'atom', places)).toEqual({ id: ['https://newsroom.example/atom.xml'] })
})

/** What stands at places of a document. */
function found(documents: Documents, format: Format, places: readonly string[]): Values {
  const text = documents[format]
  const look =
    format === 'json'
      ? (place: string) => [valueAt(JSON.parse(text), place)].filter((value) => value !== undefined)
      : (place: string) => valuesAt(parseXml(text), place)
  return Object.fromEntries(places.map((place) => [place, look(place)]))
}

function valueAt(value: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (parent, name) => (parent as Record<string, unknown> | undefined)?.[name],
      value,
    )
}

/** The input with another value at a place; `undefined` takes the field away. */
function changed(input: FeedInput, field: string, value: unknown): FeedInput {
  return replace(input, field.split('.'), value) as FeedInput
}

function replace(
  parent: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): unknown {
  const member = (parent as Record<string, unknown>)[name]
  const next = rest.length === 0 ? value : replace(member, rest, value)
  if (Array.isArray(parent)) {
    return parent.map((item: unknown, index) => (String(index) === name ? next : item))
  }
  const { [name]: _, ...others } = parent as Record<string, unknown>
  return next === undefined ? others : { ...others, [name]: next }
}

/** The empty value of a field's own kind. */
function emptyOf(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return typeof value === 'string' ? '' : undefined
}
