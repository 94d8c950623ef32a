/** The sections below the body: quotations that it does not have, notes to editors, boilerplate, contacts. */
import { compose, type Block, type Run } from '../html/compose.js'
import type { Direction } from '../html/direction.js'
import type { SafeHtml } from '../html/safe-html.js'
import type { Article, Contact, Quote } from '../model/feed.js'
import { westernDigits } from '../text.js'
import { fillText, type Words } from '../words/words.js'

/** What stands in the sections. */
export interface Sections extends Pick<Article, 'contacts' | 'notesToEditors' | 'boilerplate'> {
  /** The quotations that the body does not have. */
  readonly quotes: readonly Quote[]
}

/** Writes the sections, in the order in which press offices have them. */
export function writeSections(
  { quotes, notesToEditors, boilerplate, contacts }: Sections,
  words: () => Words,
  direction: Direction | undefined,
): readonly (SafeHtml | undefined)[] {
  const write = (blocks: readonly Block[]) => compose(blocks, direction)
  return [
    quotes.length === 0 ? undefined : write(quotes.map((quote) => quotation(quote, words()))),
    ...headed(notesToEditors, () => words().notesToEditors, write),
    ...headed(boilerplate, () => words().boilerplate, write),
    contacts.length === 0
      ? undefined
      : write([
          { kind: 'heading', text: words().contact },
          ...contacts.map((contact) => contactBlock(contact, words())),
        ]),
  ]
}

// A section that begins with a heading has its own.
function headed(
  html: SafeHtml | undefined,
  heading: () => string,
  write: (blocks: readonly Block[]) => SafeHtml,
): readonly (SafeHtml | undefined)[] {
  if (html === undefined || /^<h[2-4][ >]/.test(html)) return [html]
  return [write([{ kind: 'heading', text: heading() }]), html]
}

function quotation({ text, speaker, role }: Quote, words: Words): Block {
  const said: Run[] = [text]
  const who = person(speaker, role, words)
  return { kind: 'quotation', lines: who === undefined ? [said] : [said, [`— ${who}`]] }
}

function contactBlock(contact: Contact, words: Words): Block {
  const { name, role, organization, email, phone, url } = contact
  const who = person(name, role, words) ?? name
  const lines: readonly (readonly Run[])[] = [
    [url === undefined ? who : { text: who, href: url }],
    organization === undefined ? [] : [organization],
    email === undefined ? [] : [{ text: email, href: mailto(email), leftToRight: true }],
    phone === undefined ? [] : [{ text: phone, href: dialled(phone), leftToRight: true }],
  ]
  return { kind: 'paragraph', lines: lines.filter((line) => line.length > 0) }
}

function person(name: string | undefined, role: string | undefined, words: Words) {
  if (name === undefined || role === undefined) return name ?? role
  return fillText(words.person, { name, role })
}

// RFC 6068: all but the @ is escaped, or "?" would begin a field of the message.
function mailto(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`
}

// RFC 3966: digits, and a plus before a number of the whole world, where a (0) is not dialled. What is not one number
// (an extension, two numbers, opening hours) is shown without a link: it would dial something else.
function dialled(phone: string): string | undefined {
  const number = westernDigits(phone)
    .replace(/^[\p{L}.\s]*:/u, '')
    .trim()
  if (!/^\+?[\d\s\u00A0\u202F.()\p{Pd}]+$/u.test(number) || /\s\p{Pd}\s/u.test(number))
    return undefined
  const national = number.startsWith('+') ? number.replace(/\(0\)/, '') : number
  const digits = national.replace(/[^\d+]/g, '')
  return /^\+?\d{2,15}$/.test(digits) ? `tel:${digits}` : undefined
}
