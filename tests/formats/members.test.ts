import { createFeed, FeedError, toJsonLd, toNinjs, type Article, type Feed } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { issue } from '../../src/issue.js'
import { articleWith } from '../hostile/feed-with.js'
import { at, leastNewsroom, newsroom, release, shortest, withdrawn } from './release.js'

type Members = Partial<Article>

const inLd = (members: Members, of: Feed = leastNewsroom): unknown =>
  JSON.parse(toJsonLd({ ...shortest, ...members }, of))
const inNinjs = (members: Members, of: Feed = leastNewsroom): unknown =>
  JSON.parse(toNinjs({ ...shortest, ...members }, of))

describe('JSON-LD of an article', () => {
  it('with the least has no more than the format needs', () => {
    expect(inLd({})).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': shortest.id,
      url: shortest.link,
      mainEntityOfPage: { '@type': 'WebPage', '@id': shortest.link },
      headline: 'One',
      description: 'One',
      datePublished: shortest.published,
      dateModified: shortest.updated,
      inLanguage: 'vi',
      author: { '@type': 'Organization', name: 'News', url: 'https://least.example/' },
      publisher: { '@type': 'Organization', name: 'News', url: 'https://least.example/' },
    })
  })

  it('is on one line, and no text ends the script around it', () => {
    const title = '</script><!-- \u2028 \u2029 é 漢'
    const document = toJsonLd({ ...shortest, title }, leastNewsroom)
    expect(document).not.toMatch(/[<\n\r\u2028\u2029]/)
    expect(document).toContain('é 漢')
    expect(at(JSON.parse(document), 'headline')).toBe(title)
  })

  it.each([
    ['its article', { title: 'a\uD800' }, leastNewsroom, 'D800'],
    ['its newsroom', {}, { ...leastNewsroom, title: 'a\uDC00b' }, 'DC00'],
  ])('is refused as a whole for half a character in %s', (_, members, of, code) => {
    const sentence = `Cannot write U+${code}: no feed can carry half a character`
    const wanted = [issue('illegal-character', '', sentence)]
    expect(refusal(() => toJsonLd({ ...shortest, ...members }, of))).toEqual(wanted)
    expect(refusal(() => toNinjs({ ...shortest, ...members }, of))).toEqual(wanted)
  })

  it('has the dateline as it is printed', () => {
    expect(at(inLd({ dateline: release.dateline }), 'dateline')).toBe('PARIS, 2 March 2026')
  })

  it('names the work that it is based on, and who published that', () => {
    expect(at(inLd({ source: release.source }), 'isBasedOn')).toEqual({
      '@type': 'CreativeWork',
      url: 'https://works.example/news/2',
      publisher: { '@type': 'Organization', name: 'The Works & Co' },
    })
  })

  it.each<[string, Article['location'], unknown]>([
    [
      'a name and a point',
      { name: 'Lyon', point: [45.75, 4.85] },
      {
        '@type': 'Place',
        name: 'Lyon',
        geo: { '@type': 'GeoCoordinates', latitude: 45.75, longitude: 4.85 },
      },
    ],
    ['a name alone', { name: 'Lyon' }, { '@type': 'Place', name: 'Lyon' }],
  ])('has a place with %s', (_, location, place) => {
    expect(at(inLd({ location }), 'contentLocation')).toEqual(place)
  })

  it('says of the publisher what the boilerplate says, as text, and shows its logo', () => {
    expect(at(inLd({ boilerplate: release.boilerplate }, newsroom), 'publisher')).toEqual({
      '@type': 'Organization',
      name: 'Newsroom of the Ministry',
      url: 'https://newsroom.example/',
      description: 'The Ministry & its plants.',
      logo: {
        '@type': 'ImageObject',
        url: 'https://newsroom.example/logo.png',
        contentUrl: 'https://newsroom.example/logo.png',
        width: 144,
        height: 72,
      },
    })
  })

  it.each([
    [
      'role and office',
      { role: 'Press officer', organization: 'The Ministry' },
      'Press officer, The Ministry',
    ],
    ['a role alone', { role: 'Press officer' }, 'Press officer'],
    ['an office alone', { organization: 'The Ministry' }, 'The Ministry'],
    ['neither', {}, undefined],
  ])('describes a press contact by %s', (_, members, description) => {
    const point = at(
      inLd({ contacts: [{ name: 'The press desk', ...members }] }),
      'publisher.contactPoint',
    )
    expect(point).toEqual([
      {
        '@type': 'ContactPoint',
        contactType: 'press',
        name: 'The press desk',
        ...(description !== undefined && { description }),
      },
    ])
  })

  it('has terms as such, and of securities only shares, as schema.org knows no others', () => {
    const ticker = { scheme: 'https://schema.org/tickerSymbol', label: 'TotalEnergies' }
    const [topic, , isin] = release.subjects
    const subjects = [topic!, { ...ticker, code: 'XPAR:TTE' }, { ...ticker, code: 'TTE' }, isin!]
    expect(at(inLd({ subjects }), 'about')).toEqual([
      {
        '@type': 'DefinedTerm',
        name: 'renewable energy',
        termCode: '20000284',
        inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/',
      },
      { '@type': 'Corporation', name: 'TotalEnergies', tickerSymbol: 'XPAR TTE' },
      { '@type': 'Corporation', name: 'TotalEnergies', tickerSymbol: 'TTE' },
      {
        '@type': 'DefinedTerm',
        name: 'TotalEnergies',
        termCode: 'FR0000120271',
        inDefinedTermSet: 'urn:iso:std:iso:6166',
      },
    ])
  })

  it('of an announcement is about the article that it announces', () => {
    const named = { '@type': 'NewsArticle', '@id': release.id }
    expect(at(inLd({ announces: release.id }), 'about')).toEqual([named])
    expect(at(inLd({ announces: 'a1 b2' }), 'about')).toBeUndefined()
  })

  it.each([
    [
      'whose speaker and role are known',
      { speaker: 'The minister', role: 'Minister' },
      { name: 'The minister', jobTitle: 'Minister' },
    ],
    ['whose speaker is known', { speaker: 'The minister' }, { name: 'The minister' }],
    ['whose speaker is known by the role alone', { role: 'Minister' }, { jobTitle: 'Minister' }],
    ['of nobody who is known', {}, undefined],
  ])('has a quotation %s', (_, members, person) => {
    expect(at(inLd({ quotes: [{ text: 'We are glad.', ...members }] }), 'hasPart')).toEqual([
      {
        '@type': 'Quotation',
        text: 'We are glad.',
        ...(person && { spokenByCharacter: { '@type': 'Person', ...person } }),
      },
    ])
  })

  it('says of a file only what is known of it', () => {
    const url = 'https://newsroom.example/files/speech.mp3'
    const file = { '@type': 'MediaObject', url, contentUrl: url, encodingFormat: 'audio/mpeg' }
    const attachment = { url, type: 'audio/mpeg' }
    const known = { ...attachment, title: 'The speech', bytes: 8192, durationInSeconds: 61.4 }
    expect(at(inLd({ attachments: [attachment, known] }), 'associatedMedia')).toEqual([
      file,
      { ...file, name: 'The speech', contentSize: '8.192 kB', duration: 'PT61.4S' },
    ])
  })

  it('says of a picture only what is known of it', () => {
    const url = 'https://newsroom.example/img/gate.jpg'
    expect(at(inLd({ images: [{ url, alt: '' }] }), 'image')).toEqual([
      { '@type': 'ImageObject', url, contentUrl: url, representativeOfPage: true },
    ])
  })
})

describe('ninjs of an article', () => {
  it('with the least has no more than an item needs', () => {
    expect(inNinjs({})).toEqual({
      uri: shortest.id,
      type: 'text',
      representationType: 'full',
      profile: 'text-only',
      standard: {
        name: 'ninjs',
        version: '3.1',
        schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
      },
      altIds: [{ role: 'web', value: shortest.link }],
      firstCreated: shortest.published,
      versionCreated: shortest.updated,
      pubStatus: 'usable',
      language: 'vi',
      genres: [{ name: 'Press Release' }],
      headlines: [{ role: 'main', value: 'One' }],
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'One' }],
      bodies: [{ role: 'main', contentType: 'text/html', value: '<p>One</p>' }],
      infoSources: [{ name: 'News', role: 'publisher', uri: 'https://least.example/' }],
    })
  })

  it('ends in a line feed, and has no other', () => {
    expect(toNinjs(release, newsroom)).toMatch(/^\{[^\n]*\}\n$/)
  })

  it('has the profile of what it carries', () => {
    expect(at(inNinjs({ images: release.images }), 'profile')).toBe('text-photo')
    expect(at(inNinjs({ attachments: release.attachments }), 'profile')).toBe('text-only')
  })

  it('is located where the dateline says, and names the source among its ids', () => {
    const { dateline, source } = release
    const item = inNinjs({ dateline, source })
    expect(at(item, 'located')).toBe('PARIS')
    expect(at(item, 'altIds')).toEqual([
      { role: 'web', value: shortest.link },
      { role: 'source', value: 'https://works.example/news/2' },
    ])
  })

  it('has places, of which GeoJSON says the point east first', () => {
    expect(at(inNinjs({ location: { name: 'Lyon', point: [45.75, 4.85] } }), 'places')).toEqual([
      { name: 'Lyon', rel: 'about', geoJSON: { type: 'Point', coordinates: [4.85, 45.75] } },
    ])
    expect(at(inNinjs({ location: { name: 'Lyon' } }), 'places')).toEqual([
      { name: 'Lyon', rel: 'about' },
    ])
  })

  it('mentions everybody who speaks, once', () => {
    const speakers = ['The minister', 'The mayor', undefined, 'The minister']
    const quotes = speakers.map((speaker) => ({ text: 'We are glad.', speaker }))
    expect(at(inNinjs({ quotes }), 'people')).toEqual([
      { name: 'The minister', rel: 'mentions' },
      { name: 'The mayor', rel: 'mentions' },
    ])
  })

  it('puts the securities of a company together, and the rest of the terms before the tags', () => {
    const { subjects, tags } = release
    const unnamed = { scheme: 'urn:iso:std:iso:6166', code: 'GB00B10RZP78' }
    const item = inNinjs({ subjects: [...subjects, unnamed], tags })
    expect(at(item, 'organisations')).toEqual([
      {
        name: 'TotalEnergies',
        rel: 'about',
        symbols: [
          {
            exchange: 'XPAR',
            symbol: 'TTE',
            symbolType: 'https://schema.org/tickerSymbol',
          },
          { symbol: 'FR0000120271', symbolType: 'urn:iso:std:iso:6166' },
        ],
      },
      {
        rel: 'about',
        symbols: [{ symbol: 'GB00B10RZP78', symbolType: 'urn:iso:std:iso:6166' }],
      },
    ])
    expect(at(item, 'subjects')).toEqual([
      {
        name: 'renewable energy',
        rel: 'about',
        uri: 'http://cv.iptc.org/newscodes/mediatopic/20000284',
        literal: '20000284',
      },
      { name: 'plants', rel: 'about' },
      { name: 'energy & climate', rel: 'about' },
    ])
  })

  it.each([
    [
      'role and office',
      { role: 'Press officer', organization: 'The Ministry' },
      'Press officer, The Ministry',
    ],
    ['a role alone', { role: 'Press officer' }, 'Press officer'],
    ['an office alone', { organization: 'The Ministry' }, 'The Ministry'],
    ['neither', {}, undefined],
  ])('tells every way to a press contact, with the name of %s', (_, members, office) => {
    const ways = {
      email: 'desk@newsroom.example',
      phone: '+33 1',
      url: 'https://newsroom.example/desk',
    }
    const name = office === undefined ? {} : { name: office }
    const contacts = [
      { name: 'The press desk', ...members, ...ways },
      { name: 'Night desk', ...members, url: ways.url },
      { name: 'Guard', ...members },
    ]
    expect(at(inNinjs({ contacts }), 'infoSources')).toEqual([
      { name: 'News', role: 'publisher', uri: 'https://least.example/' },
      {
        name: 'The press desk',
        role: 'press contact',
        contactInfo: [
          { type: 'email', ...name, value: ways.email },
          { type: 'phone', ...name, value: ways.phone },
          { type: 'web', ...name, value: ways.url },
        ],
      },
      {
        name: 'Night desk',
        role: 'press contact',
        contactInfo: [{ type: 'web', ...name, value: ways.url }],
      },
      { name: 'Guard', role: 'press contact' },
    ])
  })

  it.each<[string, Members, string | undefined]>([
    ['nothing', {}, undefined],
    ['a withdrawal', { withdrawn: withdrawn.withdrawn }, '2026-03-05: The figures were wrong.'],
    ['a withdrawal without a reason', { withdrawn: { date: withdrawn.updated } }, undefined],
    [
      'corrections',
      { corrections: release.corrections.slice(0, 1) },
      '2026-03-04: It opens at nine, not at ten.',
    ],
    [
      'everything, a line each',
      { ...release, withdrawn: withdrawn.withdrawn },
      '2026-03-05: The figures were wrong.\n2026-03-04: It opens at nine, not at ten.\n' +
        '2026-03-03: It costs 12 million.\nDoors open at nine. Bring a pass & a pen.',
    ],
    [
      'notes, when a withdrawal has no reason',
      { withdrawn: { date: withdrawn.updated }, notesToEditors: release.notesToEditors },
      'Doors open at nine. Bring a pass & a pen.',
    ],
  ])('tells editors of %s', (_, members, note) => {
    expect(at(inNinjs(members), 'edNote')).toBe(note)
  })
})

describe('associations of an item', () => {
  it('are pictures, files and other items, each with its number among its kind', () => {
    const names = at(inNinjs(release), 'associations') as readonly { readonly name: string }[]
    expect(names.map(({ name }) => name)).toEqual([
      'picture-1',
      'picture-2',
      'attachment-1',
      'attachment-2',
      'translation-1',
      'translation-2',
      'replaces-1',
      'replaces-2',
      'replacedBy-1',
    ])
    expect(at(inNinjs({ announces: release.id }), 'associations')).toEqual([
      {
        name: 'announces-1',
        rel: 'announces',
        uri: release.id,
        type: 'text',
        representationType: 'partial',
      },
    ])
  })

  it('leave out an item that nothing but an id names which is no URI', () => {
    const replaces = [{ id: 'a1 b2' }, { id: 'a1 b2', link: 'https://least.example/old' }]
    expect(at(inNinjs({ replaces }), 'associations')).toEqual([
      {
        name: 'replaces-2',
        rel: 'replaces',
        uri: 'https://least.example/old',
        type: 'text',
        representationType: 'partial',
        altIds: [{ role: 'web', value: 'https://least.example/old' }],
      },
    ])
    expect(at(inNinjs({ announces: 'a1 b2' }), 'associations')).toBeUndefined()
  })

  // The type before the slash as a whole word (RFC 6838, section 4.2); ninjs has no word for a document.
  it.each([
    ['audio/mpeg', 'audio'],
    ['video/mp4', 'video'],
    ['application/pdf', undefined],
    ['application/video', undefined],
    ['x-video/x-private', undefined],
  ])('have for a file of %s the type %s', (type, wanted) => {
    const url = 'https://newsroom.example/files/a'
    expect(at(inNinjs({ attachments: [{ url, type }] }), 'associations')).toEqual([
      {
        name: 'attachment-1',
        uri: url,
        ...(wanted && { type: wanted }),
        renditions: [{ name: 'main', href: url, contentType: type }],
      },
    ])
  })
})

it('an article of a record is written with the address, the dates and the text of its feed', () => {
  const feed = createFeed(articleWith({ updated: '2026-03-03' }))
  const [article] = feed.articles
  const [ld, ninjs] = [toJsonLd, toNinjs].map((write): unknown => JSON.parse(write(article!, feed)))
  expect(ld).toMatchObject({
    url: 'https://newsroom.example/1',
    datePublished: '2026-03-02T00:00:00Z',
    dateModified: '2026-03-03T00:00:00Z',
    publisher: { name: 'News' },
  })
  expect(ninjs).toMatchObject({
    firstCreated: '2026-03-02T00:00:00Z',
    versionCreated: '2026-03-03T00:00:00Z',
    bodies: [{ value: '<p>The text.</p>' }],
  })
})

/** What a writer finds. */
function refusal(write: () => unknown): unknown {
  try {
    return write()
  } catch (error) {
    if (error instanceof FeedError) return error.issues
    throw error
  }
}
