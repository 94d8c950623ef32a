import { resolveAddress } from '../url.js'
import { cleanText } from '../text.js'
import { attributesOf, globalAttributes, linkSchemes, type Check } from './allow-list.js'
import { parseSrcset, writeSrcset, type Candidate } from './srcset.js'
import type { Tally } from './tally.js'
import type { Attributes } from './tree.js'

/** What attributes are cleaned against: the article's link, and the count of what was removed. */
export interface Surroundings {
  readonly base: string
  readonly tally: Tally
}

const globalRules = Object.entries(globalAttributes)
const rulesOf = new Map(
  [...attributesOf].map(([name, own]) => [name, [...Object.entries(own), ...globalRules]]),
)

/** The attributes of an element that its allow-list lets through, in the order of that list. */
export function cleanAttributes(
  name: string,
  raw: ReadonlyMap<string, string>,
  surroundings: Surroundings,
): Attributes {
  const clean: Record<string, string> = {}
  if (raw.size === 0) return clean
  for (const [attribute, check] of rulesOf.get(name) ?? globalRules) {
    const value = raw.get(attribute)
    const passed = value === undefined ? undefined : cleanValue(value, check, surroundings)
    if (passed !== undefined) clean[attribute] = passed
  }
  return clean
}

function cleanValue(value: string, check: Check, surroundings: Surroundings): string | undefined {
  const { text: legal, removed } = cleanText(value)
  surroundings.tally.add('character', removed)
  const text = legal.includes('\r') ? legal.replace(/\r\n?/g, '\n') : legal
  const trimmed = text.trim()
  switch (check) {
    case 'text':
      return trimmed === '' ? undefined : text
    case 'digits':
      return /^\d{1,9}$/.test(trimmed) ? trimmed : undefined
    case 'integer':
      return /^-?\d{1,9}$/.test(trimmed) ? trimmed : undefined
    case 'language':
      return /^[a-z]{1,8}(-[a-z0-9]{1,8}){0,9}$/i.test(trimmed) ? trimmed : undefined
    case 'flag':
      return ''
    case 'link address':
      return cleanAddress(trimmed, surroundings, linkSchemes)
    case 'file address':
      return trimmed === '' ? undefined : cleanAddress(trimmed, surroundings)
    case 'sources':
      return writeSrcset(cleanSources(trimmed, surroundings)) || undefined
    default:
      return [trimmed, trimmed.toLowerCase()].find((word) => check.includes(word))
  }
}

/** An absolute address; without a usable one the loss is counted. */
export function cleanAddress(
  value: string,
  { base, tally }: Surroundings,
  schemes?: ReadonlySet<string>,
): string | undefined {
  const { href, fault } = resolveAddress(value, base, schemes)
  if (fault !== undefined)
    tally.add(fault === 'address-scheme' ? 'unsafe address' : 'unreadable address')
  return href
}

/** The sizes of a `srcset` whose addresses can be used; the others are counted, placeholders apart. */
export function cleanSources(value: string, surroundings: Surroundings): readonly Candidate[] {
  return parseSrcset(value).flatMap(({ url, descriptor }) => {
    const href = /^data:/i.test(url) ? undefined : cleanAddress(url, surroundings)
    return href === undefined ? [] : [{ url: href, descriptor }]
  })
}
