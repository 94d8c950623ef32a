/** Terms of controlled vocabularies; those of known ones are held to their form. */
import type { Subject } from '../model/feed.js'
import { schemes } from '../schemes.js'
import { show } from './findings.js'
import { requireAddress } from './read-address.js'
import { readEach, readText, requireText, type Context } from './read-values.js'
import type { ArticleShape } from './schema.js'

interface Vocabulary {
  readonly scheme: string
  /** The code as it is written, or `undefined` if it is none. */
  readonly read: (code: string) => string | undefined
  readonly expected: string
}

// A code of these is held to its form.
const known: Readonly<Record<string, Vocabulary>> = {
  medtop: {
    scheme: schemes.medtop,
    read: (code) => /^(?:medtop:)?(\d{8})$/i.exec(code)?.[1],
    expected: 'eight digits such as 20000763',
  },
  isin: {
    scheme: schemes.isin,
    read: (code) => (isIsin(code.toUpperCase()) ? code.toUpperCase() : undefined),
    expected: 'twelve characters whose last is the check digit, such as FR0000120271',
  },
  ticker: {
    scheme: schemes.ticker,
    read: (code) => /^([^\s:]+(?: [^\s:]+)*):\s?(\S+)$/.exec(code)?.slice(1).join(':'),
    expected: 'exchange:symbol such as XPAR:TTE',
  },
}

/** Reads subjects. A text is scheme and code with a colon between, as in NewsML-G2's QCodes. */
export function readSubjects(
  subjects: ArticleShape['subjects'],
  path: string,
  context: Context,
): readonly Subject[] {
  return readEach(subjects, path, (given, place): Subject => {
    const subject = typeof given === 'string' ? split(given) : given
    const at = (member: string) => (typeof given === 'string' ? place : `${place}.${member}`)
    const short = (subject.scheme ?? '').trim().toLowerCase()
    const vocabulary =
      vocabularyOf(short) ??
      Object.values(known).find(({ scheme }) => scheme === subject.scheme?.trim())
    if (typeof given === 'string' && vocabulary === undefined) return refuse(given, place, context)
    const code = requireText(subject.code, at('code'), context)
    const label = readText(subject.label, at('label'), context)
    if (vocabulary === undefined) {
      return {
        scheme: requireAddress(subject.scheme, at('scheme'), undefined, context),
        code,
        label,
      }
    }
    const read = vocabulary.read(code)
    if (read === undefined && code !== '') {
      const message = `Cannot use code ${show(code)}: expected ${vocabulary.expected}`
      context.findings.add('invalid-value', at('code'), message)
    }
    return { scheme: vocabulary.scheme, code: read ?? code, label }
  })
}

function vocabularyOf(name: string): Vocabulary | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined
}

function split(text: string): { scheme: string; code: string; label?: undefined } {
  const [, scheme = '', code = ''] = /^\s*(\w+):(.*)/s.exec(text) ?? []
  return { scheme, code }
}

function refuse(given: string, path: string, context: Context): Subject {
  const names = Object.keys(known).join(', ')
  const message = `Cannot use subject ${show(given)}: expected a scheme and code such as medtop:20000763, the scheme one of ${names}`
  context.findings.add('invalid-value', path, message)
  return { scheme: '', code: '' }
}

// ISO 6166, annex A: letters count as two digits, then the Luhn sum.
function isIsin(code: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(code)) return false
  const digits = [...code].map((character) => parseInt(character, 36).toString()).join('')
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
