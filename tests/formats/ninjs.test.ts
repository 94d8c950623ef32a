import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { FeedError, toJsonFeed, type Article } from 'pressfeed'
import { describe, expect, it } from 'vitest'
import { toNinjs } from '../../src/formats/ninjs.js'
import { ninjsSchema } from './ninjs-schema.js'
import {
  at,
  empties,
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
  ['id', 'uri', 'tag:newsroom.example,2026:plant'],
  ['title', 'headlines[0].value', 'Second plant opens – “a third more” & <greener>'],
  ['link', 'altIds[0]', { role: 'web', value: 'https://newsroom.example/2026/plant' }],
  ['published', 'firstCreated', '2026-03-02T08:00:00Z'],
  ['updated', 'versionCreated', '2026-03-04T10:00:00Z'],
  ['summary', 'descriptions[0].value', 'The plant on the river makes rotors.'],
  ['content', 'bodies[0].value', '<p>PARIS, 2 March 2026 – The plant makes rotors.</p>'],
  ['content', 'bodies[0].contentType', 'text/html'],
  ['images', 'profile', 'text-photo'],
  ['images', 'associations[0].type', 'picture'],
  ['images', 'associations[0].uri', 'https://newsroom.example/img/gate.jpg'],
  ['images', 'associations[0].headlines[0].value', 'Opening'],
  [
    'images',
    'associations[0].descriptions',
    [
      { role: 'caption', value: 'The minister opens the gate.' },
      { role: 'alt', value: 'The minister at the gate' },
    ],
  ],
  ['images', 'associations[0].by', 'The photographer'],
  ['images', 'associations[0].copyrightNotice', '© 2026 The photographer'],
  [
    'images',
    'associations[0].rightsInfo.linkedRights',
    'https://creativecommons.org/licenses/by/4.0/',
  ],
  ['images', 'associations[0].renditions[0].contentType', 'image/jpeg'],
  ['images', 'associations[0].renditions[0].width', 1200],
  ['images', 'associations[0].renditions[0].height', 800],
  ['images', 'associations[0].renditions[0].sizeInBytes', 123456],
  ['images', 'associations[1].descriptions', undefined],
  ['attachments', 'associations[2].type', undefined],
  ['attachments', 'associations[2].headlines[0].value', 'Fact sheet'],
  ['attachments', 'associations[2].renditions[0].href', 'https://newsroom.example/facts.pdf'],
  ['attachments', 'associations[3].type', 'audio'],
  ['attachments', 'associations[3].renditions[0].duration', 61.4],
  ['authors', 'by', 'The duty editor, Press office'],
  ['tags', 'subjects[1].name', 'plants'],
  ['subjects', 'subjects[0].uri', 'http://cv.iptc.org/newscodes/mediatopic/20000284'],
  ['subjects', 'subjects[0].literal', '20000284'],
  ['subjects', 'subjects[0].name', 'renewable energy'],
  ['subjects', 'organisations[0].name', 'TotalEnergies'],
  ['subjects', 'organisations[0].symbols[0].exchange', 'XPAR'],
  ['subjects', 'organisations[0].symbols[0].symbol', 'TTE'],
  ['subjects', 'organisations[0].symbols[1].symbol', 'FR0000120271'],
  ['subjects', 'organisations[0].symbols[1].symbolType', 'urn:iso:std:iso:6166'],
  ['subjects', 'organisations[1]', undefined],
  ['language', 'language', 'en-GB'],
  ['translations', 'associations[4].rel', 'translation'],
  ['translations', 'associations[4].uri', 'tag:newsroom.example,2026:usine'],
  ['translations', 'associations[4].language', 'fr'],
  ['translations', 'associations[4].altIds[0].value', 'https://newsroom.example/fr/usine'],
  ['translations', 'associations[5].uri', 'https://newsroom.example/vi/nha-may'],
  ['source', 'altIds[2]', { role: 'source', value: 'https://works.example/news/2' }],
  ['source', 'infoSources[1]', { name: 'The Works & Co', role: 'first publisher' }],
  ['location', 'places[0].name', 'Lyon'],
  ['location', 'places[0].geoJSON', { type: 'Point', coordinates: [4.85, 45.75] }],
  ['rights', 'copyrightNotice', '© 2026 The Ministry'],
  ['license', 'rightsInfo.linkedRights', 'https://creativecommons.org/licenses/by-nd/4.0/'],
  ['releaseNumber', 'altIds[1]', { role: 'releaseNumber', value: '2026-014' }],
  ['expires', 'expires', '2027-01-01T00:00:00Z'],
  [
    'corrections',
    'edNote',
    '2026-03-04: It opens at nine, not at ten.\n2026-03-03: It costs 12 million.\n' +
      'Doors open at nine. Bring a pass & a pen.',
  ],
  ['replaces', 'associations[6].rel', 'replaces'],
  ['replaces', 'associations[6].uri', 'tag:newsroom.example,2026:plan'],
  ['replaces', 'associations[6].headlines[0].value', 'A plan for a plant'],
  ['replaces', 'associations[6].firstCreated', '2026-01-02T08:00:00Z'],
  ['replaces', 'associations[7].uri', 'https://newsroom.example/2025/idea'],
  ['replacedBy', 'associations[8].rel', 'replacedBy'],
  ['replacedBy', 'associations[8].uri', 'tag:newsroom.example,2026:third'],
  ['dateline', 'located', 'PARIS'],
  ['contacts', 'infoSources[2].name', 'The press desk'],
  ['contacts', 'infoSources[2].role', 'press contact'],
  [
    'contacts',
    'infoSources[2].contactInfo[1]',
    { type: 'phone', name: 'Press officer, The Ministry', value: '+33 1 23 45 67 89' },
  ],
  ['contacts', 'infoSources[3]', { name: 'Night desk', role: 'press contact' }],
  ['quotes', 'people', [{ name: 'The minister', rel: 'mentions' }]],
]
// In the body already, or for extensions only. The others have tests below.
const unwritten: readonly (keyof Article)[] = ['boilerplate', 'data']
const elsewhere: readonly (keyof Article)[] = ['withdrawn', 'announces', 'notesToEditors']

describe('a field', () => {
  it.each(paths)('%s is %s', (_, path, value) => {
    expect(at(full, path)).toEqual(value)
  })

  it('is in the table, or is left out on purpose', () => {
    const known = new Set([...paths.map(([field]) => field), ...unwritten, ...elsewhere])
    expect([...known].sort()).toEqual(Object.keys(release).sort())
  })

  it('notesToEditors is edNote, as text', () => {
    expect(at(read({ ...release, corrections: [] }), 'edNote')).toBe(
      'Doors open at nine. Bring a pass & a pen.',
    )
  })

  it('that is absent is absent', () => {
    expect(empties(full)).toEqual([])
    expect(empties(least)).toEqual([])
    expect(at(least, 'associations')).toBeUndefined()
    expect(at(least, 'edNote')).toBeUndefined()
  })
})

describe('ajv finds a document in order', () => {
  it.each([
    ['with everything', full],
    ['with the least', least],
    ['withdrawn', read(withdrawn)],
    ['of an announcement', read({ ...shortest, announces: release.id })],
    ['with an id that is no URI', read({ ...shortest, id: 'a1 b2', announces: '17' })],
    ['on a point at the edge', read({ ...shortest, location: { point: [-90, 180] } })],
    ['with a subject that makes no URI', read(ofSubject({ scheme: 'a topic', code: 'x y' }))],
  ])('%s', (_, document) => {
    expect(faults(document)).toEqual([])
  })

  it('and would notice', () => {
    const item = full as Record<string, unknown>
    expect(faults({ ...item, pubStatus: 'cancelled' })).not.toEqual([])
    expect(faults({ ...item, pubstatus: 'usable' })).not.toEqual([])
    expect(faults({ ...item, uri: 'a1 b2' })).not.toEqual([])
    expect(faults({ ...item, versionCreated: '2026-03-04' })).not.toEqual([])
    expect(faults({ ...item, associations: [{ uri: 'https://x.example/' }] })).not.toEqual([])
  })
})

describe('an identity', () => {
  it('is that of the feeds, with their dates', () => {
    const [item] = (JSON.parse(toJsonFeed(newsroom)) as { items: Record<string, string>[] }).items
    expect([at(full, 'uri'), at(full, 'firstCreated'), at(full, 'versionCreated')]).toEqual([
      item?.['id'],
      item?.['date_published'],
      item?.['date_modified'],
    ])
  })

  it('is the page, where the id is no URI, and the id is kept', () => {
    const odd = read({ ...shortest, id: 'a1 b2' })
    expect(at(odd, 'uri')).toBe('https://least.example/1')
    expect(at(odd, 'altIds')).toContainEqual({ role: 'id', value: 'a1 b2' })
  })
})

describe('what became of a release', () => {
  it('withdrawn: canceled, with the reason', () => {
    expect(at(read(withdrawn), 'pubStatus')).toBe('canceled')
    expect(at(read(withdrawn), 'edNote')).toBe('2026-03-05: The figures were wrong.')
    const silent = { ...withdrawn, withdrawn: { date: withdrawn.updated } }
    expect(at(read(silent), 'edNote')).toBeUndefined()
  })

  it('in order: usable, also when it was corrected or replaced', () => {
    expect([at(full, 'pubStatus'), at(least, 'pubStatus')]).toEqual(['usable', 'usable'])
  })

  it('an announcement names it', () => {
    expect(at(read({ ...shortest, announces: release.id }), 'associations[0]')).toMatchObject({
      rel: 'announces',
      uri: release.id,
    })
  })
})

describe('a security', () => {
  it('without an exchange is a symbol alone', () => {
    const ticker = ofSubject({ scheme: 'https://schema.org/tickerSymbol', code: 'TTE' })
    expect(at(read(ticker), 'organisations[0].symbols')).toEqual([
      { symbol: 'TTE', symbolType: 'https://schema.org/tickerSymbol' },
    ])
  })

  it('without a label is of a company of its own', () => {
    const { subjects } = release
    const unnamed = subjects.map(({ scheme, code }) => ({ scheme, code }))
    expect(at(read({ ...release, subjects: unnamed }), 'organisations.length')).toBe(2)
  })
})

describe('the newsroom', () => {
  it('gives what an article has not', () => {
    const plain = read(shortest)
    expect(at(plain, 'language')).toBe('en')
    expect(at(plain, 'by')).toBe('Press office')
    expect(at(plain, 'copyrightNotice')).toBe('© 2026 The newsroom')
    expect(at(plain, 'infoSources[0].name')).toBe('Newsroom of the Ministry')
  })
})

describe('text', () => {
  it.each(scriptBreakers)('%j comes back as it was', (title) => {
    const document = toNinjs({ ...release, title }, newsroom)
    expect(at(JSON.parse(document), 'headlines[0].value')).toBe(title)
    expect(document.indexOf('\n')).toBe(document.length - 1)
  })

  it.each(['\uD800', 'a\uDC00b', '\\\uD83D'])('%j is refused', (title) => {
    expect(() => toNinjs({ ...release, title }, newsroom)).toThrow(FeedError)
  })
})

function read(article: Article, of = newsroom): unknown {
  return JSON.parse(toNinjs(article, of))
}

function ofSubject(subject: Article['subjects'][number]): Article {
  return { ...shortest, subjects: [subject] }
}

function faults(document: unknown): readonly string[] {
  const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(ninjsSchema)
  validate(document)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
