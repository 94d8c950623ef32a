import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, FeedError, type FeedInput, type Issue } from 'pressfeed'
import { full } from '../fixtures/inputs.js'
import { readArticles, readBack } from '../hostile/documents.js'
import { anyValue } from './any-text.js'
import { runs } from './runs.js'

type Step = string | number

describe('any value as input', () => {
  it('is made or refused with findings that lead into it', () => {
    const feedLike = fc.dictionary(fc.constantFrom(...Object.keys(full), 'x', 'a.b'), anyValue)
    const record = fc.dictionary(fc.constantFrom(...Object.keys(full.articles[0]), 'x'), anyValue)
    const withRecords = fc
      .tuple(feedLike, fc.array(fc.oneof(record, anyValue), { maxLength: 3 }))
      .map(([feed, articles]) => ({ ...feed, articles }))
    fc.assert(
      fc.property(fc.oneof(anyValue, feedLike, withRecords), (input) => {
        for (const issue of outcomeOf(input).issues) {
          expect(leadsInto(input, issue.path), issue.path).toBe(true)
        }
      }),
      runs(500),
    )
  })
})

describe('a field replaced by any value', () => {
  const places = pathsOf(full)
  const usual = new Set(checkFeed(full).map(keyOf))

  it('has nothing to do with the others', () => {
    // Sanity: the fixture has every kind of place, and nothing refuses it as it is.
    expect(places.length).toBeGreaterThan(100)
    expect(outcomeOf(full).refused).toBe(false)
  })

  it('leaves the feed valid, or is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), anyValue, (place, value) => {
        const input = replaced(full, place, value)
        const { refused, issues } = outcomeOf(input)
        const path = place.reduce<string>(joined, '')
        if (!refused) return
        const errors = issues.filter(
          (issue) => issue.severity === 'error' && !usual.has(keyOf(issue)),
        )
        expect(
          errors.some((issue) => isAbout(issue.path, path)),
          path,
        ).toBe(true)
      }),
      runs(1000),
    )
  })

  it('or by nothing, likewise', () => {
    for (const place of places) {
      for (const value of [undefined, null, '', [], {}, 0, false, 'x', '\u0000', ' ']) {
        const { refused, issues } = outcomeOf(replaced(full, place, value))
        const path = place.reduce<string>(joined, '')
        if (refused)
          expect(
            issues.some((issue) => isAbout(issue.path, path)),
            path,
          ).toBe(true)
      }
    }
  })
})

/** Makes a feed and its documents; anything thrown but a FeedError is a fault, and so is a bad document. */
function outcomeOf(input: unknown): {
  readonly refused: boolean
  readonly issues: readonly Issue[]
} {
  try {
    const feed = createFeed(input as FeedInput)
    expectReadable(feed)
    return { refused: false, issues: feed.issues }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    for (const { message } of error.issues)
      expect(message).not.toMatch(/\[object|TypeError|\n|valibot/)
    return { refused: true, issues: error.issues }
  }
}

function expectReadable(feed: ReturnType<typeof createFeed>): void {
  try {
    const { rss, atom, json } = readArticles(readBack(feed))
    for (const article of [...rss, ...atom, ...json]) {
      expect(article.title).toMatch(/./)
      expect(article.link).toMatch(/^https?:\/\/[!-~]+$/)
      expect(article.id).toMatch(/./)
      expect(article.published).not.toBeNaN()
    }
  } catch (error) {
    // What is no URI is good for RSS and JSON Feed, and said before.
    if (!(error instanceof FeedError)) throw error
    expect(error.issues.map(({ code }) => code)).toContain('id-not-uri-in-atom')
    expect(feed.issues.map(({ code }) => code)).toContain('id-not-uri')
  }
}

function keyOf({ code, path }: Issue): string {
  return `${code} ${path}`
}

/**
 * Whether a finding is about a place: it, something in it, or what it is in. Dates are about
 * each other, and so are an address and the media type that it does not tell.
 */
function isAbout(found: string, path: string): boolean {
  const inside = (outer: string, inner: string) =>
    inner === outer || (inner.startsWith(outer) && /^[.[]|^$/.test(inner.slice(outer.length)))
  if (found === '' || path === '' || inside(found, path) || inside(path, found)) return true
  if (found === path.replace(/\burl$/, 'type')) return true
  return /published$|timeZone$/.test(path) && /(?:updated|published|expires)$/.test(found)
}

/** Places of all values in an input. */
function pathsOf(value: unknown, place: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [place]
  const steps: readonly Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const members = value as Readonly<Record<Step, unknown>>
  return [place, ...steps.flatMap((step) => pathsOf(members[step], [...place, step]))]
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by
  const members = value as Readonly<Record<Step, unknown>>
  const member = replaced(members[step], rest, by)
  if (Array.isArray(value)) return value.with(Number(step), member)
  return { ...members, [step]: member }
}

function joined(path: string, step: Step): string {
  return typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`
}

/** Whether a path leads to a value of the input, or to a member that is absent there. */
function leadsInto(value: unknown, path: string): boolean {
  if (path === '') return true
  if (typeof value !== 'object' || value === null) return false
  const index = /^\[(\d+)\]/.exec(path)
  if (Array.isArray(value) && index !== null) {
    const at = Number(index[1])
    return at < value.length && leadsInto(value[at], path.slice(index[0].length))
  }
  return [path, path.replace(/^\./, '')].some(
    (rest) =>
      /^[A-Za-z]+$/.test(rest) ||
      Object.entries(value).some(
        ([key, member]) => rest.startsWith(key) && leadsInto(member, rest.slice(key.length)),
      ),
  )
}
