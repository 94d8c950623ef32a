/** The words of a newsroom, by language, and which words an article gets. */
import { allWordNames, findWords, wordPlaces, type OwnWords, type Words } from '../words/words.js'
import { joinPath } from './check-shape.js'
import { show, type Findings } from './findings.js'
import { nearest } from './nearest.js'
import { readLanguage } from './read-language.js'
import { readText, type Context } from './read-values.js'

/** Gives the words for a language. */
export interface Speech {
  /** Words that every language can share, such as the form of a date. */
  readonly wordsFor: (language: string) => Words
  /** Words to say something with; warns once if a language has none. */
  readonly say: (language: string) => Words
}

/** Reads the newsroom's words. */
export function readWords(
  value: Readonly<Record<string, unknown>> | null | undefined,
  context: Context,
): ReadonlyMap<string, OwnWords> {
  const own = new Map<string, OwnWords>()
  for (const [language, words] of Object.entries(value ?? {})) {
    const path = joinPath('words', language)
    if (words === undefined || words === null) continue
    const tag = readLanguage(language, path, context)
    if (typeof words !== 'object' || Array.isArray(words)) {
      const message = `Cannot use ${show(words)}: expected words, such as { contact: 'Press office' }`
      context.findings.add('wrong-type', path, message)
      continue
    }
    const key = tag?.toLowerCase()
    if (key !== undefined) own.set(key, { ...own.get(key), ...readOwn(words, path, context) })
  }
  return own
}

/** The words of a feed, which tells its findings of a language that has none. */
export function speechOf(own: ReadonlyMap<string, OwnWords>, findings: Findings): Speech {
  const told = new Set<string>()
  const found = (language: string) => findWords(language || 'en', own)
  return {
    wordsFor: (language) => found(language).words,
    say: (language) => {
      const { words, foreign } = found(language)
      if (foreign && !told.has(language)) {
        told.add(language)
        const message = `No words in ${show(language)}: what the library writes stands in English; expected words: { ${show(language)}: { … } }`
        findings.add('no-words', 'words', message)
      }
      return words
    },
  }
}

function readOwn(words: object, path: string, context: Context): OwnWords {
  const own = Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const place = joinPath(path, name)
    if (value === undefined || value === null || value === '') return []
    if (!allWordNames.includes(name)) {
      const meant = nearest(name, allWordNames)
      const advice =
        meant === undefined ? `expected ${allWordNames.join(', ')}` : `did you mean "${meant}"?`
      context.findings.add('unknown-field', place, `Unknown word ${show(name)}: ${advice}`)
      return []
    }
    const read =
      name === 'months' ? readMonths(value, place, context) : readWord(name, value, place, context)
    return read === undefined ? [] : [[name, read] as const]
  })
  return Object.fromEntries(own)
}

function readMonths(value: unknown, path: string, context: Context): readonly string[] | undefined {
  const months: readonly unknown[] = Array.isArray(value) ? Array.from<unknown>(value) : []
  if (months.length === 12 && months.every((month) => typeof month === 'string')) {
    const read = months.map((month, index) => readText(month, joinPath(path, index), context))
    if (read.every((month) => month !== undefined)) return read
  }
  context.findings.add(
    'wrong-type',
    path,
    `Cannot use ${show(value)}: expected a list of twelve names`,
  )
  return undefined
}

// What a word has to carry must have its place, or it would be lost; a date may be left out.
const needed: readonly string[] = [
  ...['credit', 'title', 'place', 'name', 'day', 'month', 'year'],
  ...['count', 'address'],
]

function readWord(
  name: string,
  value: unknown,
  path: string,
  context: Context,
): string | undefined {
  const places = wordPlaces(name)
  if (typeof value !== 'string') {
    context.findings.add('wrong-type', path, `Cannot use ${show(value)}: expected text`)
    return undefined
  }
  const text = readText(value, path, context)
  if (text === undefined) return undefined
  const given = [...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
  const strange = given.filter((place) => !places.includes(place))
  const lost = places.filter((place) => needed.includes(place) && !given.includes(place))
  if (strange.length === 0 && lost.length === 0) return text
  const wanted =
    places.length === 0
      ? 'no braces in it'
      : `it to hold ${places.map((place) => `{${place}}`).join(' and ')}`
  context.findings.add('invalid-value', path, `Cannot use ${show(value)}: expected ${wanted}`)
  return undefined
}
