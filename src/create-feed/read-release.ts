/** What a press release has beside its text: dateline, quotations, notes to editors, boilerplate, contacts. */
import { dayOf, type Instant } from '../date.js'
import { prepareBody } from '../html/prepare-body.js'
import type { Direction } from '../html/direction.js'
import type { SafeHtml } from '../html/safe-html.js'
import type { Contact, Dateline, Quote } from '../model/feed.js'
import { westernDigits } from '../text.js'
import { fillText, type Words } from '../words/words.js'
import { writeDate } from '../words/write-date.js'
import { show } from './findings.js'
import { readAddress } from './read-address.js'
import { reportBody } from './read-body.js'
import {
  readCarriable,
  readEach,
  readEmail,
  readInstant,
  readText,
  requireText,
  type Context,
} from './read-values.js'
import type { ArticleShape } from './schema.js'

/** Reads a dateline; a text is the place. */
export function readDateline(
  dateline: ArticleShape['dateline'],
  path: string,
  published: Instant,
  words: Words,
  context: Context,
): Dateline | undefined {
  if (dateline === undefined || dateline === null || dateline === '') return undefined
  const isText = typeof dateline === 'string'
  const given = isText ? { place: dateline } : dateline
  const place = requireText(given.place, isText ? path : `${path}.place`, context)
  const date = readInstant(isText ? undefined : dateline.date, `${path}.date`, context) ?? published
  if (place === '' || date === '') return undefined
  const day = writeDate(dayOf(date, context.timeZone), words)
  return { place, date, text: fillText(words.dateline, { place, date: day }) }
}

/** Reads quotations. */
export function readQuotes(
  quotes: ArticleShape['quotes'],
  path: string,
  context: Context,
): readonly Quote[] {
  return readEach(quotes, path, (quote, place) => ({
    text: requireText(quote.text, `${place}.text`, context),
    speaker: readText(quote.speaker, `${place}.speaker`, context),
    role: readText(quote.role, `${place}.role`, context),
  }))
}

/** Reads contacts. */
export function readContacts(
  contacts: ArticleShape['contacts'],
  path: string,
  context: Context,
): readonly Contact[] {
  return readEach(contacts, path, (contact, place) => ({
    name: requireText(contact.name, `${place}.name`, context),
    role: readText(contact.role, `${place}.role`, context),
    organization: readText(contact.organization, `${place}.organization`, context),
    email: readEmail(contact.email, `${place}.email`, context),
    phone: readPhone(contact.phone, `${place}.phone`, context),
    url: readAddress(contact.url, `${place}.url`, context.base, context),
  }))
}

function readPhone(value: string | null | undefined, path: string, context: Context) {
  const phone = readText(value, path, context)
  if (phone === undefined || /\d{2}/.test(westernDigits(phone).replace(/[^\d]+/g, ''))) return phone
  const message = `Cannot use telephone number ${show(phone)}: expected one such as +33 1 23 45 67 89`
  context.findings.add('invalid-value', path, message)
  return undefined
}

/** Reads a section in HTML, cleaned as the body is. */
export function readSection(
  value: string | null | undefined,
  path: string,
  base: string,
  direction: Direction | undefined,
  context: Context,
): SafeHtml | undefined {
  const html = readCarriable(value, path, context)
  if (html === undefined) return undefined
  const prepared = prepareBody(html, { base, pictures: [], direction })
  reportBody(prepared, path, context)
  return prepared.html === '' ? undefined : prepared.html
}
