import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { FeedError, type Article } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { toJsonLd } from '../../src/formats/json-ld.js'
import {
  at,
  empties,
  html,
  leastNewsroom,
  newsroom,
  release,
  scriptBreakers,
  shortest,
  withdrawn,
} from './release.js'

const full = read(release)
const least = read(shortest, leastNewsroom)

const paths: readonly (readonly [field: keyof Article, path: string, value: unknown])[] = [
  ['id', '@id', 'tag:newsroom.example,2026:plant'],
  ['title', 'headline', 'Second plant opens – “a third more” & <greener>'],
  ['link', 'url', 'https://newsroom.example/2026/plant'],
  ['link', 'mainEntityOfPage.@id', 'https://newsroom.example/2026/plant'],
  ['published', 'datePublished', '2026-03-02T08:00:00Z'],
  ['updated', 'dateModified', '2026-03-04T10:00:00Z'],
  ['summary', 'description', 'The plant on the river makes rotors.'],
  ['images', 'image[0].url', 'https://newsroom.example/img/gate.jpg'],
  ['images', 'image[0].contentUrl', 'https://newsroom.example/img/gate.jpg'],
  ['images', 'image[0].representativeOfPage', true],
  ['images', 'image[0].name', 'Opening'],
  ['images', 'image[0].caption', 'The minister opens the gate.'],
  ['images', 'image[0].creditText', 'The photographer'],
  ['images', 'image[0].copyrightNotice', '© 2026 The photographer'],
  ['images', 'image[0].license', 'https://creativecommons.org/licenses/by/4.0/'],
  ['images', 'image[0].encodingFormat', 'image/jpeg'],
  ['images', 'image[0].contentSize', '123.456 kB'],
  ['images', 'image[0].width', 1200],
  ['images', 'image[0].height', 800],
  ['images', 'image[1].representativeOfPage', undefined],
  ['attachments', 'associatedMedia[0].contentUrl', 'https://newsroom.example/facts.pdf'],
  ['attachments', 'associatedMedia[0].name', 'Fact sheet'],
  ['attachments', 'associatedMedia[0].encodingFormat', 'application/pdf'],
  ['attachments', 'associatedMedia[0].contentSize', '4.096 kB'],
  ['attachments', 'associatedMedia[1].duration', 'PT61.4S'],
  ['authors', 'author[0].name', 'The duty editor'],
  ['authors', 'author[0].url', 'https://newsroom.example/duty-editor'],
  ['authors', 'author[0].email', undefined],
  ['tags', 'keywords', ['plants', 'energy & climate']],
  ['subjects', 'about[0].inDefinedTermSet', 'http://cv.iptc.org/newscodes/mediatopic/'],
  ['subjects', 'about[0].termCode', '20000284'],
  ['subjects', 'about[0].name', 'renewable energy'],
  ['subjects', 'about[1].@type', 'Corporation'],
  ['subjects', 'about[1].name', 'TotalEnergies'],
  ['subjects', 'about[1].tickerSymbol', 'XPAR TTE'],
  ['subjects', 'about[2].termCode', 'FR0000120271'],
  ['language', 'inLanguage', 'en-GB'],
  ['translations', 'workTranslation[0].@id', 'tag:newsroom.example,2026:usine'],
  ['translations', 'workTranslation[0].inLanguage', 'fr'],
  ['translations', 'workTranslation[1].@id', undefined],
  ['translations', 'workTranslation[1].url', 'https://newsroom.example/vi/nha-may'],
  ['source', 'isBasedOn.url', 'https://works.example/news/2'],
  ['source', 'isBasedOn.publisher.name', 'The Works & Co'],
  ['location', 'contentLocation.name', 'Lyon'],
  ['location', 'contentLocation.geo.latitude', 45.75],
  ['location', 'contentLocation.geo.longitude', 4.85],
  ['rights', 'copyrightNotice', '© 2026 The Ministry'],
  ['license', 'license', 'https://creativecommons.org/licenses/by-nd/4.0/'],
  ['releaseNumber', 'identifier', '2026-014'],
  ['expires', 'expires', '2027-01-01T00:00:00Z'],
  ['corrections', 'correction[0].text', 'It opens at nine, not at ten.'],
  ['corrections', 'correction[1].datePublished', '2026-03-03T10:00:00Z'],
  ['replacedBy', 'creativeWorkStatus', 'Obsolete'],
  ['dateline', 'dateline', 'PARIS, 2 March 2026'],
  ['contacts', 'publisher.contactPoint[0].contactType', 'press'],
  ['contacts', 'publisher.contactPoint[0].name', 'The press desk'],
  ['contacts', 'publisher.contactPoint[0].description', 'Press officer, The Ministry'],
  ['contacts', 'publisher.contactPoint[0].email', 'desk@newsroom.example'],
  ['contacts', 'publisher.contactPoint[0].telephone', '+33 1 23 45 67 89'],
  ['contacts', 'publisher.contactPoint[0].url', 'https://newsroom.example/desk'],
  ['quotes', 'hasPart[0].text', 'We are glad.'],
  ['quotes', 'hasPart[0].spokenByCharacter.name', 'The minister'],
  ['quotes', 'hasPart[0].spokenByCharacter.jobTitle', 'Minister of Energy'],
  ['quotes', 'hasPart[2].spokenByCharacter', undefined],
  ['boilerplate', 'publisher.description', 'The Ministry & its plants.'],
]
// On the page already, without a property in schema.org, or for extensions only. The other two have tests below.
const unwritten: readonly (keyof Article)[] = ['content', 'notesToEditors', 'replaces', 'data']
const elsewhere: readonly (keyof Article)[] = ['withdrawn', 'announces']

describe('a field', () => {
  it.each(paths)('%s is %s', (_, path, value) => {
    expect(at(full, path)).toEqual(value)
  })

  it('is in the table, or is left out on purpose', () => {
    const known = new Set([...paths.map(([field]) => field), ...unwritten, ...elsewhere])
    expect([...known].sort()).toEqual(Object.keys(release).sort())
  })

  it('that is left out is nowhere in the document', () => {
    const text = toJsonLd(release, newsroom)
    for (const part of ['The plant makes rotors', 'Doors open', 'A plan for a plant', 'final']) {
      expect(text).not.toContain(part)
    }
  })

  it('that is absent is absent', () => {
    expect(empties(full)).toEqual([])
    expect(empties(least)).toEqual([])
    expect(Object.keys(least as object).sort()).toEqual(
      (
        '@context @id @type author dateModified datePublished description headline inLanguage ' +
        'mainEntityOfPage publisher url'
      ).split(' '),
    )
  })
})

// The vocabulary as schema.org 30.0 has it, of what we write: properties of a type or of one above it.
const thing = '@type @id name url description image identifier'
const work =
  `${thing} about associatedMedia author contentLocation copyrightNotice correction creativeWorkStatus ` +
  'creditText dateModified datePublished encodingFormat expires hasPart headline inLanguage isBasedOn keywords ' +
  'license publisher text workTranslation mainEntityOfPage'
const media = `${work} contentUrl contentSize duration width height`
const vocabulary: Readonly<Record<string, string>> = {
  NewsArticle: `@context ${work} dateline`,
  CreativeWork: work,
  WebPage: work,
  CorrectionComment: work,
  Quotation: `${work} spokenByCharacter`,
  MediaObject: media,
  ImageObject: `${media} caption representativeOfPage`,
  Organization: `${thing} contactPoint logo`,
  Corporation: `${thing} contactPoint logo tickerSymbol`,
  Person: `${thing} jobTitle`,
  ContactPoint: `${thing} contactType email telephone`,
  DefinedTerm: `${thing} termCode inDefinedTermSet`,
  Place: `${thing} geo`,
  GeoCoordinates: `${thing} latitude longitude`,
}

describe('schema.org', () => {
  it.each([
    ['everything', full],
    ['the least', least],
    ['a withdrawal', read(withdrawn)],
  ])('gives its type every property of %s', (_, document) => {
    expect(strangers(document)).toEqual([])
  })

  it('would not know others', () => {
    expect(strangers({ '@type': 'Person', name: 'x', telephon: 'y' })).toEqual(['Person telephon'])
    expect(strangers({ '@type': 'Persona' })).toEqual(['Persona @type'])
  })
})

describe('the newsroom', () => {
  it('is the publisher, with its logo', () => {
    expect(at(full, 'publisher')).toMatchObject({
      '@type': 'Organization',
      name: 'Newsroom of the Ministry',
      url: 'https://newsroom.example/',
      logo: { url: 'https://newsroom.example/logo.png', width: 144, height: 72 },
    })
  })

  it('gives what an article has not: language, authors, copyright', () => {
    const plain = read(shortest)
    expect(at(plain, 'inLanguage')).toBe('en')
    expect(at(plain, 'author[0].name')).toBe('Press office')
    expect(at(plain, 'copyrightNotice')).toBe('© 2026 The newsroom')
    expect(at(least, 'author')).toEqual({
      '@type': 'Organization',
      name: 'News',
      url: 'https://least.example/',
    })
  })

  it('does not claim the rights of an article that somebody else published first', () => {
    const republished = { ...release, rights: undefined }
    expect(at(read(republished), 'copyrightNotice')).toBeUndefined()
  })
})

describe('an author', () => {
  it.each([
    ['The duty editor', 'Person'],
    ['Press office', 'Organization'],
    ['Newsroom of the Ministry', 'Organization'],
    ['The Ministry', 'Organization'],
    ['The Works & Co', 'Organization'],
    ['The press desk', 'Person'],
  ])('%s is a %s', (name, type) => {
    expect(at(read({ ...release, authors: [{ name }] }), 'author[0].@type')).toBe(type)
  })
})

describe('what became of a release', () => {
  it('withdrawn: says so', () => {
    const read_ = read(withdrawn)
    expect(at(read_, 'creativeWorkStatus')).toBe('Withdrawn')
    expect(at(read_, 'dateModified')).toBe('2026-03-05T09:00:00Z')
    expect(at(read({ ...withdrawn, replacedBy: release.replacedBy }), 'creativeWorkStatus')).toBe(
      'Withdrawn',
    )
  })

  it('an announcement is about the release', () => {
    const announcement = read({ ...shortest, announces: release.id })
    expect(at(announcement, 'about')).toEqual([{ '@type': 'NewsArticle', '@id': release.id }])
  })

  it('in order, nothing is said', () => {
    expect(at(least, 'creativeWorkStatus')).toBeUndefined()
    expect(at(least, 'correction')).toBeUndefined()
  })
})

it('writes no @id that a consumer would take for a relative address', () => {
  const odd = read({
    ...shortest,
    id: 'a1b2 c3',
    announces: '17',
    translations: [{ language: 'fr', link: 'https://least.example/fr', id: '18' }],
  })
  expect(JSON.stringify(odd)).not.toMatch(/"@id":"(?!https:)/)
  expect(at(odd, 'about')).toBeUndefined()
})

describe('inside a page', () => {
  it.each(scriptBreakers)('%j stays in its script', (text) => {
    expect(readFromPage(withText(text))).toEqual(read(withText(text)))
    expect(at(readFromPage(withText(text)), 'headline')).toBe(text)
  })

  it('any text stays in its script', () => {
    const pieces = fc.constantFrom(...'</script ><!--</SCRIPT>-->\u2028"\\&'.split(/(?<=[^a-z])/i))
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (title) => {
        expect(at(readFromPage(withText(title)), 'headline')).toBe(title)
      }),
    )
  })

  it('has no < and no line end, and is plain JSON', () => {
    for (const text of scriptBreakers) {
      expect(toJsonLd(withText(text), newsroom)).not.toMatch(/[<\n\r\u2028\u2029]/)
    }
  })
})

describe('half a character', () => {
  it.each(['\uD800', 'a\uDC00b', '\\\uD83D', '\uDE00\uD83D'])('%j is refused', (text) => {
    expect(() => toJsonLd({ ...release, title: text }, newsroom)).toThrow(FeedError)
    expect(() => toJsonLd(release, { ...newsroom, title: text })).toThrow('half a character')
  })

  it('is not seen where there is none', () => {
    expect(() => toJsonLd({ ...release, title: '😀 \\ud800 \\\\ud800' }, newsroom)).not.toThrow()
  })
})

function read(article: Article, of = newsroom): unknown {
  return JSON.parse(toJsonLd(article, of))
}

/** Properties that are not of their type, in all objects of a document. */
function strangers(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.values(value).flatMap(strangers)
  if (Array.isArray(value)) return within
  const type = String((value as Record<string, unknown>)['@type'])
  const known = (vocabulary[type] ?? '').split(' ')
  const unknown = Object.keys(value).filter((name) => !known.includes(name))
  return [...unknown.map((name) => `${type} ${name}`), ...within]
}

/** The release with one text in every place that has text. */
function withText(text: string): Article {
  return {
    ...release,
    title: text,
    summary: text,
    tags: [text],
    boilerplate: html('<p>x</p>'),
    images: [{ ...release.images[0]!, caption: text, credit: text }],
    corrections: [{ date: release.updated, note: text }],
    contacts: [{ name: text, role: text }],
    quotes: [{ text, speaker: text }],
  }
}

/** What a browser finds in the script: the page's only one, with the paragraph after it intact. */
function readFromPage(article: Article): unknown {
  const page = parse(
    '<!doctype html><html><head><title>t</title><script type="application/ld+json">' +
      `${toJsonLd(article, newsroom)}</script></head><body><p>after</p></body></html>`,
  )
  const [scripts, paragraphs] = ['script', 'p'].map((name) => elements(page, name))
  expect([scripts?.length, paragraphs?.length]).toEqual([1, 1])
  return JSON.parse(
    scripts![0]!.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
  )
}

function elements(
  node: DefaultTreeAdapterTypes.ParentNode,
  name: string,
): readonly DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) =>
    'childNodes' in child
      ? [...('tagName' in child && child.tagName === name ? [child] : []), ...elements(child, name)]
      : [],
  )
}
