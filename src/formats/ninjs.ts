import { stripTags } from '../html/plain-text.js'
import type { Article, Contact, Feed, Location, Quote, Subject } from '../model/feed.js'
import { isUri } from '../url.js'
import { refuseLoneSurrogates, some } from './json-text.js'
import { associationMembers, identity } from './ninjs-associations.js'
import { readSecurity } from './securities.js'
import { standAlone } from './stand-alone.js'

/**
 * Writes an article as a news item for agencies and editorial systems: IPTC ninjs 3.1. It has the id and the
 * dates of the feeds. Serve it as `application/json`.
 *
 * @param article one of the newsroom's articles
 * @param newsroom what `createFeed` returned
 * @returns the document, ending in a line feed
 * @throws {FeedError} when a text has half a character
 */
export function toNinjs(article: Article, newsroom: Feed): string {
  return `${refuseLoneSurrogates(JSON.stringify(itemMembers(article, newsroom)), '')}\n`
}

function itemMembers(article: Article, newsroom: Feed) {
  const { language, authors, copyright } = standAlone(article, newsroom)
  return {
    uri: identity(article),
    type: 'text',
    representationType: 'full',
    profile: article.images.length > 0 ? 'text-photo' : 'text-only',
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    altIds: altIdMembers(article),
    firstCreated: article.published,
    versionCreated: article.updated,
    expires: article.expires,
    pubStatus: article.withdrawn === undefined ? 'usable' : 'canceled',
    language,
    genres: [{ name: 'Press Release' }],
    headlines: [{ role: 'main', value: article.title }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: article.summary }],
    bodies: [{ role: 'main', contentType: 'text/html', value: article.content }],
    by: authors.length > 0 ? authors.map(({ name }) => name).join(', ') : undefined,
    located: article.dateline?.place,
    people: some(peopleMembers(article.quotes)),
    organisations: some(organisationMembers(article.subjects)),
    subjects: some(subjectMembers(article)),
    places: article.location && [placeMembers(article.location)],
    infoSources: infoSourceMembers(article, newsroom),
    edNote: editorialNote(article),
    copyrightNotice: copyright,
    rightsInfo: article.license === undefined ? undefined : { linkedRights: article.license },
    associations: some(associationMembers(article)),
  }
}

function altIdMembers({ id, link, releaseNumber, source }: Article) {
  const ids = [
    { role: 'web', value: link },
    { role: 'id', value: isUri(id) ? undefined : id },
    { role: 'releaseNumber', value: releaseNumber },
    { role: 'source', value: source?.link },
  ]
  return ids.filter(({ value }) => value !== undefined)
}

// What they said stands in the body; a person has no place for a role.
function peopleMembers(quotes: readonly Quote[]) {
  const names = new Set(quotes.flatMap(({ speaker }) => speaker ?? []))
  return [...names].map((name) => ({ name, rel: 'mentions' }))
}

// Securities under one label are of one company.
function organisationMembers(subjects: readonly Subject[]) {
  const companies = new Map<unknown, { name: string | undefined; symbols: object[] }>()
  for (const subject of subjects) {
    const security = readSecurity(subject)
    if (security === undefined) continue
    const { label, scheme } = subject
    const company = companies.get(label ?? subject) ?? { name: label, symbols: [] }
    company.symbols.push({ ...security, symbolType: scheme })
    companies.set(label ?? subject, company)
  }
  return [...companies.values()].map(({ name, symbols }) => ({ name, rel: 'about', symbols }))
}

function subjectMembers({ subjects, tags }: Article) {
  const terms = subjects
    .filter((subject) => readSecurity(subject) === undefined)
    .map(({ scheme, code, label }) => {
      // NewsML-G2 makes the URI of a concept so: that of the scheme, and the code behind it.
      const uri = `${scheme}${encodeURIComponent(code)}`
      return { name: label, rel: 'about', uri: isUri(uri) ? uri : undefined, literal: code }
    })
  return [...terms, ...tags.map((name) => ({ name, rel: 'about' }))]
}

function placeMembers({ name, point }: Location) {
  // GeoJSON has the degrees east first (RFC 7946, section 3.1.1).
  const geoJSON = point && { type: 'Point', coordinates: [point[1], point[0]] }
  return { name, rel: 'about', geoJSON }
}

function infoSourceMembers({ source, contacts }: Article, newsroom: Feed) {
  return [
    { name: newsroom.title, role: 'publisher', uri: newsroom.link },
    ...(source ? [{ name: source.name, role: 'first publisher' }] : []),
    ...contacts.map((contact) => ({
      name: contact.name,
      role: 'press contact',
      contactInfo: some(contactInfo(contact)),
    })),
  ]
}

function contactInfo({ role, organization, email, phone, url }: Contact) {
  const office = [role, organization].filter((text) => text !== undefined).join(', ')
  const name = office === '' ? undefined : office
  const ways = [
    { type: 'email', name, value: email },
    { type: 'phone', name, value: phone },
    { type: 'web', name, value: url },
  ]
  return ways.filter(({ value }) => value !== undefined)
}

/** What an editor should know, a line each. Days without words, which would have to be in some language. */
function editorialNote({ withdrawn, corrections, notesToEditors }: Article): string | undefined {
  const changes = [
    ...(withdrawn?.reason === undefined ? [] : [{ ...withdrawn, note: withdrawn.reason }]),
    ...corrections,
  ].map(({ date, note }) => `${date.slice(0, 10)}: ${note}`)
  const notes = notesToEditors && (stripTags(notesToEditors) ?? notesToEditors)
  const lines = notes ? [...changes, notes] : changes
  return lines.length === 0 ? undefined : lines.join('\n')
}
