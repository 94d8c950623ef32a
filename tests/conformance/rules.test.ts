import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cases, documentsOf, formats, lives, type Documents } from './cases.js'
import { judge, jsonTexts, type CaseName, type Format, type Rule } from './rule.js'
import { addresses } from './rules/addresses.js'
import { archives } from './rules/archives.js'
import { atomEntry } from './rules/atom-entry.js'
import { atomFeed } from './rules/atom-feed.js'
import { dates } from './rules/dates.js'
import { jsonFeed } from './rules/json-feed.js'
import { media } from './rules/media.js'
import { neverWritten } from './rules/never.js'
import { rssChannel } from './rules/rss-channel.js'
import { rssItem } from './rules/rss-item.js'
import { xmlAndText } from './rules/xml-and-text.js'
import { descendants, parseXml, prefixes } from './xml-tree.js'

const rules: readonly Rule[] = [
  ...xmlAndText,
  ...addresses,
  ...dates,
  ...rssChannel,
  ...rssItem,
  ...media,
  ...atomFeed,
  ...atomEntry,
  ...jsonFeed,
  ...archives,
]
// What these are broken with makes a document that no parser takes.
const aboutParsing = new Set([1, 3, 4, 8])

describe.each([...cases, ...lives].map((each) => [each.name, each] as const))('%s', (_, each) => {
  const documents = documentsOf(each)
  const applying = rules
    .filter(({ id }) => !(each.except as readonly number[]).includes(id))
    .map((rule) => [`R-${rule.id} ${rule.says}`, rule] as const)

  describe.each(applying)('%s', (_, rule) => {
    it.each(formats.filter((format) => rule[format] !== undefined))('in %s', (format) => {
      expect(judge(rule, format, documents[format])).toEqual([])
    })
  })

  it.each(
    neverWritten.map(({ id, why, names }) => [`R-${id} never written: ${why}`, names] as const),
  )('%s', (_, names) => {
    const written = formats.flatMap((format) => namesIn(format, documents[format]))
    expect(written).not.toEqual([])
    expect(names.filter((name) => written.includes(name))).toEqual([])
  })
})

describe('a broken document is noticed', () => {
  const documents = new Map<CaseName, Documents>(
    cases.map((each) => [each.name, documentsOf(each)]),
  )
  const broken = rules.flatMap((rule) =>
    rule.broken.map(([format, from, to, of = 'full']) => {
      const name = `R-${rule.id} in ${format}: ${String(from)} as ${to.slice(0, 60)}`
      return [name, { rule, format, from, to, of }] as const
    }),
  )

  it.each(broken)('%s', (_, { rule, format, from, to, of }) => {
    const whole = documents.get(of)?.[format] ?? ''
    const document = whole.replace(from, to)
    expect(document).not.toBe(whole)
    expect(judge(rule, format, whole)).toEqual([])
    if (!aboutParsing.has(rule.id)) expect(() => namesIn(format, document)).not.toThrow()
    expect(judge(rule, format, document)).not.toEqual([])
  })

  it('and so is everything that is never written', () => {
    const declared = Object.entries(prefixes).map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
    const names = neverWritten.flatMap((each) => each.names)
    const others = names.filter((name) => name !== 'expression')
    const document =
      `<rss ${declared.join(' ')}><item expression="full">` +
      `${others.map((name) => `<${name}/>`).join('')}</item></rss>`
    expect(namesIn('rss', document)).toEqual(expect.arrayContaining([...names]))
  })

  it('and every rule has such a document for every kind of check', () => {
    const unproved = rules.flatMap((rule) => {
      const xml = rule.broken.some(([format]) => format !== 'json')
      const json = rule.broken.some(([format]) => format === 'json')
      const lacks = (!xml && (rule.rss ?? rule.atom)) || (!json && rule.json && !xml)
      return lacks ? [rule.id] : []
    })
    expect(unproved).toEqual([])
  })
})

it('tests or lists the rules R-1 to R-102, all of them', () => {
  const folder = new URL('.', import.meta.url)
  const inOwnTests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/it\('R-(\d+) /g)])
    .map(([, number]) => Number(number))
  const known = [...rules, ...neverWritten].map(({ id }) => id)
  expect(new Set(known).size).toBe(known.length)
  expect([...new Set([...known, ...inOwnTests])].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 102 }, (_, index) => index + 1),
  )
})

/** Names of all elements, attributes, relations and JSON members of a document. */
function namesIn(format: Format, document: string): readonly string[] {
  if (format === 'json') return jsonTexts(JSON.parse(document)).map(([name]) => name)
  return descendants(parseXml(document)).flatMap(({ name, uri, attributes }) => [
    prefixes[uri] === undefined ? name : `${prefixes[uri]}:${name.replace(/^.*:/, '')}`,
    ...Object.keys(attributes),
    ...(attributes['rel'] ?? '').split(' '),
  ])
}
