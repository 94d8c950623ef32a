/** The words of the page for people in a language: a newsroom's own, else ours, else English. */
import type { OwnWords } from '../words/words.js'
import { firstOf, rangesOf } from '../words/words.js'
import { pageWordPlaces, type PageWords } from '../words/page-words.js'
import { arabic } from './words/arabic.js'
import { english } from './words/english.js'
import { french } from './words/french.js'
import { german } from './words/german.js'
import { spanish } from './words/spanish.js'
import { vietnamese } from './words/vietnamese.js'

const builtIn: Readonly<Record<string, PageWords>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  vi: vietnamese,
}

/** Whether everything can be said in a language: some of it may be the newsroom's own. */
export function hasPageWords(tag: string, own: ReadonlyMap<string, OwnWords>): boolean {
  const ranges = rangesOf(tag)
  if (firstOf(builtIn, ranges) !== undefined) return true
  const said = new Set(ranges.flatMap((range) => Object.keys(own.get(range) ?? {})))
  return Object.keys(pageWordPlaces).every((name) => said.has(name))
}

/** As `findWords`; `own` is by language, in lower case. */
export function findPageWords(tag: string, own: ReadonlyMap<string, OwnWords>): PageWords {
  const ranges = rangesOf(tag)
  const known = firstOf(builtIn, ranges) ?? english
  const given = ranges.flatMap((range) => own.get(range) ?? []).reverse()
  const said = Object.assign({}, ...given) as OwnWords
  return Object.fromEntries(
    (Object.keys(pageWordPlaces) as (keyof PageWords)[]).map((name) => [
      name,
      said[name] ?? known[name],
    ]),
  ) as unknown as PageWords
}
