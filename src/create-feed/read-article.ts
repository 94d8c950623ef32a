/** One record: read, resolved, its body prepared. */
import type { Direction } from '../html/direction.js'
import { compose } from '../html/compose.js'
import { joinHtml } from '../html/serialize.js'
import type { Article, Picture, Translation } from '../model/feed.js'
import { creditLine } from '../words/credit-line.js'
import { isRightToLeft, type Words } from '../words/words.js'
import { show } from './findings.js'
import { noticesAbove, voiceFor } from './notices.js'
import type { ArticleShape } from './schema.js'
import { readAttachments } from './read-attachments.js'
import { readBody } from './read-body.js'
import { readData } from './read-data.js'
import type { ArticleContext, Head } from './read-head.js'
import { finishPictures, readImages } from './read-images.js'
import { readPeople } from './read-people.js'
import { readAddress, requireLink } from './read-address.js'
import { readLanguage } from './read-language.js'
import { readLocation, readSource } from './read-origin.js'
import { readContacts, readDateline, readQuotes, readSection } from './read-release.js'
import { missing, readEach, readText, type Context } from './read-values.js'
import { lastChange, nameKey, type HeldBack, type Relations } from './relations.js'
import { writeSections } from './sections.js'

/** What is known of an article beside its own record. */
export interface Surroundings {
  readonly relations: Relations
  readonly held: HeldBack
}

/** Reads an article that is there as it was written. */
export function readArticle(
  record: ArticleShape,
  path: string,
  head: Head,
  { relations, held }: Surroundings,
  context: ArticleContext,
): Article {
  const at = (field: string): string => `${path}.${field}`
  const { title, link, inLanguage } = head
  const page = link === '' ? context.base : link
  reportUnknown(relations, at('replaces'), context)
  const base = readAddress(record.base, at('base'), page, context) ?? page
  const summary = readText(record.summary, at('summary'), context)
  const images = readImages(record.images, at('images'), base, context)
  const words = context.wordsFor(inLanguage)
  const direction = directionOf(inLanguage)
  const dateline = readDateline(record.dateline, at('dateline'), head.published, words, context)
  const quotes = readQuotes(record.quotes, at('quotes'), context)
  const pictures = images.map((picture) => withCreditLine(picture, words))
  const spoken = quotes.map(({ text }) => text)
  const options = { base, pictures, dateline, direction, quotes: spoken }
  const body = readBody(record, path, options, summary ?? title, context)
  const section = (name: 'notesToEditors' | 'boilerplate') =>
    readSection(record[name], at(name), base, direction, context)
  const sections = {
    quotes: quotes.filter((_, index) => body.missingQuotes.includes(index)),
    notesToEditors: section('notesToEditors'),
    boilerplate: section('boilerplate'),
    contacts: readContacts(record.contacts, at('contacts'), context),
  }
  return {
    ...withRelations(head, relations),
    summary: summary ?? body.excerpt() ?? title,
    content: joinHtml([
      aboveBody(head, relations, direction, context),
      body.html,
      ...writeSections(sections, () => context.say(inLanguage), direction),
    ]),
    images: finishPictures(images, body, path, context),
    attachments: readAttachments(record.attachments, at('attachments'), base, context),
    authors: readPeople(record.authors, at('authors'), context),
    translations: readTranslations(record, path, { relations, held }, context),
    source: readSource(record.source, at('source'), context),
    location: readLocation(record.location, at('location'), context),
    rights: readText(record.rights, at('rights'), context),
    license: readAddress(record.license, at('license'), undefined, context),
    releaseNumber: readText(record.releaseNumber, at('releaseNumber'), context),
    expires: head.expires,
    dateline,
    contacts: sections.contacts,
    quotes,
    notesToEditors: sections.notesToEditors,
    boilerplate: sections.boilerplate,
    data: readData(record.data, at('data'), context),
  }
}

function reportUnknown({ replaces }: Relations, path: string, { findings }: Context): void {
  for (const { id, link, published } of replaces) {
    if (published !== undefined) continue
    const message = `No article here is called ${show(link ?? id)}: expected the id or link of the one that is replaced`
    findings.add('unknown-article', path, message)
  }
}

function aboveBody(
  head: Head,
  relations: Relations,
  direction: Direction | undefined,
  context: ArticleContext,
) {
  const { replaces, replacedBy } = relations
  if (head.corrections.length + replaces.length + replacedBy.length === 0) return undefined
  const voice = voiceFor(head.inLanguage, direction, context)
  return compose(noticesAbove(head, relations, voice), direction)
}

/** What an item of the model has of its head. That it was replaced is a change of its text. */
export function withRelations(head: Head, relations: Relations) {
  const { id, title, link, published, tags, subjects, language } = head
  const { corrections, withdrawn, announces } = head
  return {
    ...{ id, title, link, published, tags, subjects, language, corrections, withdrawn, announces },
    updated: lastChange(head, relations),
    replaces: relations.replaces,
    replacedBy: relations.replacedBy,
  }
}

/** The direction of a language that is not written from left to right. */
export function directionOf(language: string): Direction | undefined {
  return isRightToLeft(language) ? 'rtl' : undefined
}

function withCreditLine(picture: Picture, words: Words) {
  const { credit } = picture
  return credit === undefined ? picture : { ...picture, creditLine: creditLine(credit, words) }
}

/** The other language versions. One that is named by hand may be held back: until then nothing may lead to it. */
export function readTranslations(
  record: ArticleShape,
  path: string,
  { relations, held }: Surroundings,
  context: Context,
): readonly Translation[] {
  const named = readEach(record.translations, `${path}.translations`, (translation, place) => ({
    language:
      readLanguage(translation.language, `${place}.language`, context) ??
      missing(`${place}.language`, 'a BCP 47 tag', context),
    link: requireLink(translation.link, `${place}.link`, context.base, context),
  })).filter(({ link }) => !held.has(nameKey(link)))
  const links = new Set(named.map(({ link }) => link))
  return [...named, ...relations.translations.filter(({ link }) => !links.has(link))]
}
