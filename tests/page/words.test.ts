import { describe, expect, it } from 'vitest'
import { checkFeed } from 'pressfeed'
import { arabic } from '../../src/page/words/arabic.js'
import { english } from '../../src/page/words/english.js'
import { french } from '../../src/page/words/french.js'
import { german } from '../../src/page/words/german.js'
import { spanish } from '../../src/page/words/spanish.js'
import { vietnamese } from '../../src/page/words/vietnamese.js'
import { findPageWords, hasPageWords } from '../../src/page/words.js'
import { pageWordPlaces, type PageWords } from '../../src/words/page-words.js'
import { wordNames } from '../../src/words/words.js'
import { head, newsroomOf, pageText } from './made.js'

const languages = { en: english, fr: french, es: spanish, de: german, vi: vietnamese, ar: arabic }
const names = Object.keys(pageWordPlaces) as (keyof PageWords)[]

describe.each(Object.entries(languages))('the words in %s', (tag, words) => {
  it('are all there, and no others', () => {
    expect(names).toHaveLength(14)
    expect(Object.keys(words)).toEqual(names)
    expect(findPageWords(tag, new Map())).toEqual(words)
  })

  it('fill in the places that are written down for them', () => {
    const places = names.map((name) => [
      name,
      [...words[name].matchAll(/\{(\w+)\}/g)].map(([, place]) => place),
    ])
    expect(places).toEqual(names.map((name) => [name, pageWordPlaces[name]]))
    expect(places.flatMap(([, each]) => each)).toEqual(['count', 'address'])
  })

  it('are in NFC, on one line, without blanks at their ends', () => {
    for (const name of names) {
      expect(words[name]).toBe(words[name].normalize('NFC').trim())
      expect(words[name]).not.toMatch(/[\t\n\r]| {2}|^$/)
    }
  })

  it('are not English', () => {
    for (const name of tag === 'en' ? [] : names) expect(words[name]).not.toBe(english[name])
    const letters = names.map((name) => words[name].replace(/\{\w+\}|OPML/g, '')).join(' ')
    const script = tag === 'ar' ? /^[\P{L}\p{Script=Arabic}]*$/u : /^[\P{L}\p{Script=Latin}]*$/u
    expect(letters).toMatch(script)
    expect(tag !== 'en' && /\b(?:the|your|press releases|address)\b/i.test(letters)).toBe(false)
  })

  it('stand on a page in that language', async () => {
    const text = await pageText(newsroomOf([], { language: tag, updated: '2026-01-01' }))
    for (const name of ['latestReleases', 'noReleases', 'subscribe', 'whatIsAFeed'] as const) {
      expect(text).toContain(words[name].replace(/"/g, '&quot;'))
    }
  })
})

it('keep French signs from the start of a line', () => {
  const text = names.map((name) => french[name]).join('\n')
  expect(text.match(/[:;]/g)?.length).toBeGreaterThan(4)
  expect(text).not.toMatch(/[^\u00A0][:;»]|«[^\u00A0]/)
})

it('have names that no word of feeds has', () => {
  expect(names.filter((name) => wordNames.includes(name))).toEqual([])
})

describe('a newsroom’s own words', () => {
  it('go before the library’s, those of a region first', async () => {
    const words = {
      fr: { subscribe: 'Suivre', copied: 'Fait' },
      'fr-CA': { subscribe: 'S’inscrire' },
    }
    const text = await pageText(newsroomOf([], { language: 'fr-CA', updated: '2026-01-01', words }))
    expect(text).toContain('S’inscrire')
    expect(text).toContain('data-copied="Fait"')
    expect(text).not.toContain('Suivre')
    expect(text).toContain(french.latestReleases)
  })

  it.each([
    [{ subscibe: 'x' }, 'words.en.subscibe', 'did you mean "subscribe"?'],
    [{ morePictures: 'More' }, 'words.en.morePictures', 'expected it to hold {count}'],
    [{ rawFeedPage: 'Page' }, 'words.en.rawFeedPage', 'expected it to hold {address}'],
    [{ copied: 'Copied {count}' }, 'words.en.copied', 'expected no braces in it'],
    [{ copied: 5 }, 'words.en.copied', 'expected text'],
  ])('are checked: %o', (words, path, message) => {
    const issues = checkFeed({
      ...head,
      articles: [],
      updated: '2026-01-01',
      words: { en: words as object },
    })
    const found = issues.filter((each) => each.path === path)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain(message)
  })

  it('are enough where all are given, for a language that we have no words for', () => {
    const all = new Map([['it', english]])
    expect(hasPageWords('it', all)).toBe(true)
    expect(hasPageWords('it-CH', all)).toBe(true)
    const { copied: _, ...some } = english
    expect(hasPageWords('it', new Map([['it', some]]))).toBe(false)
    expect(hasPageWords('it', new Map())).toBe(false)
    expect(hasPageWords('de-AT', new Map())).toBe(true)
  })
})
