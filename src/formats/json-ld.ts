import { stripTags } from '../html/plain-text.js'
import type { Article, Contact, Feed, Location, Person, Quote, Subject } from '../model/feed.js'
import { schemes } from '../schemes.js'
import { isUri } from '../url.js'
import { fileMembers, pictureMembers } from './json-ld-media.js'
import { refuseLoneSurrogates, some } from './json-text.js'
import { readSecurity } from './securities.js'
import { standAlone } from './stand-alone.js'

/**
 * Writes an article as JSON-LD for its own page: a `NewsArticle` of schema.org, with the newsroom as its
 * publisher. Put it between `<script type="application/ld+json">` and `</script>` as it is, without escaping it:
 * no text in it can end the script.
 *
 * @param article one of the newsroom's articles
 * @param newsroom what `createFeed` returned
 * @returns JSON on one line, without a line feed
 * @throws {FeedError} when a text has half a character
 */
export function toJsonLd(article: Article, newsroom: Feed): string {
  const text = JSON.stringify(articleMembers(article, newsroom))
  return escapeForScript(refuseLoneSurrogates(text, ''))
}

// HTML standard, section 13.2.5.4 on: `</script` ends a script, and `<!--` may keep it from ending. The two
// separators are line ends in older JavaScript. In JSON the escapes mean the same.
function escapeForScript(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `\\u${code}`
  })
}

function articleMembers(article: Article, newsroom: Feed) {
  const { language, authors, copyright } = standAlone(article, newsroom)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': identity(article.id),
    url: article.link,
    mainEntityOfPage: { '@type': 'WebPage', '@id': article.link },
    headline: article.title,
    description: article.summary,
    dateline: article.dateline?.text,
    datePublished: article.published,
    dateModified: article.updated,
    expires: article.expires,
    creativeWorkStatus: statusOf(article),
    correction: some(
      article.corrections.map(({ date, note }) => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: date,
      })),
    ),
    inLanguage: language,
    workTranslation: some(
      article.translations.map((translation) => ({
        '@type': 'NewsArticle',
        '@id': identity(translation.id),
        url: translation.link,
        inLanguage: translation.language,
      })),
    ),
    author: some(authors.map((author) => authorMembers(author, article, newsroom))) ?? {
      '@type': 'Organization',
      name: newsroom.title,
      url: newsroom.link,
    },
    publisher: publisherMembers(article, newsroom),
    isBasedOn: article.source && {
      '@type': 'CreativeWork',
      url: article.source.link,
      publisher: { '@type': 'Organization', name: article.source.name },
    },
    image: some(article.images.map(pictureMembers)),
    associatedMedia: some(article.attachments.map(fileMembers)),
    keywords: some(article.tags),
    about: some([...article.subjects.map(subjectMembers), ...announcedMembers(article)]),
    contentLocation: article.location && placeMembers(article.location),
    hasPart: some(article.quotes.map(quoteMembers)),
    identifier: article.releaseNumber,
    license: article.license,
    copyrightNotice: copyright,
  }
}

// An `@id` that is no URI would be read as an address relative to the page (JSON-LD 1.1, section 3.3).
function identity(id: string | undefined): string | undefined {
  return id !== undefined && isUri(id) ? id : undefined
}

// schema.org has no vocabulary here, but names Obsolete among its examples.
function statusOf({ withdrawn, replacedBy }: Article): string | undefined {
  if (withdrawn !== undefined) return 'Withdrawn'
  return replacedBy.length > 0 ? 'Obsolete' : undefined
}

/**
 * A record does not tell a person from an office. Google's rules for articles forbid in so many words to call a
 * person an organization, so one is a person unless it bears the name of an office that the record or the newsroom
 * names as one.
 */
function authorMembers({ name, url }: Person, article: Article, newsroom: Feed) {
  const offices = [
    newsroom.title,
    ...newsroom.authors.map((author) => author.name),
    article.source?.name,
    ...article.contacts.map(({ organization }) => organization),
  ]
  return { '@type': offices.includes(name) ? 'Organization' : 'Person', name, url }
}

function publisherMembers({ contacts, boilerplate }: Article, newsroom: Feed) {
  const { title, link, logo } = newsroom
  return {
    '@type': 'Organization',
    name: title,
    url: link,
    description: boilerplate && (stripTags(boilerplate) ?? boilerplate),
    logo: logo && {
      '@type': 'ImageObject',
      url: logo.url,
      contentUrl: logo.url,
      width: logo.width,
      height: logo.height,
    },
    contactPoint: some(contacts.map(contactMembers)),
  }
}

function contactMembers({ name, role, organization, email, phone, url }: Contact) {
  const description = [role, organization].filter((text) => text !== undefined).join(', ')
  return {
    '@type': 'ContactPoint',
    contactType: 'press',
    name,
    description: description === '' ? undefined : description,
    email,
    telephone: phone,
    url,
  }
}

function subjectMembers(subject: Subject) {
  const { scheme, code, label } = subject
  // Of securities, schema.org knows shares, whose exchange it parts from the symbol by a space.
  const share = scheme === schemes.ticker ? readSecurity(subject) : undefined
  if (share === undefined) {
    return { '@type': 'DefinedTerm', name: label, termCode: code, inDefinedTermSet: scheme }
  }
  const tickerSymbol = [share.exchange, share.symbol].filter((part) => part !== undefined)
  return { '@type': 'Corporation', name: label, tickerSymbol: tickerSymbol.join(' ') }
}

function announcedMembers({ announces }: Article) {
  const id = identity(announces)
  return id === undefined ? [] : [{ '@type': 'NewsArticle', '@id': id }]
}

function placeMembers({ name, point }: Location) {
  const geo = point && { '@type': 'GeoCoordinates', latitude: point[0], longitude: point[1] }
  return { '@type': 'Place', name, geo }
}

function quoteMembers({ text, speaker, role }: Quote) {
  const isKnown = speaker !== undefined || role !== undefined
  return {
    '@type': 'Quotation',
    text,
    spokenByCharacter: isKnown ? { '@type': 'Person', name: speaker, jobTitle: role } : undefined,
  }
}
