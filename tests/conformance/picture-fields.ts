import { inFirst, type FieldRow, type Values } from './field-map.js'

const lead = 'https://newsroom.example/img/lead.jpg'

/** The fields of a picture, shown on the first of `full`. */
export const pictureFields: readonly FieldRow[] = [
  picture(
    'url',
    [lead],
    {},
    {},
    {
      missing: ['missing-field articles[0].images[0].url'],
      wrong: [
        ['data:image/png;base64,AA==', 'address-scheme'],
        ['https://', 'invalid-address'],
        ['/a.jpg?w=1&h=2', 'address-with-ampersand'],
        ['/img/plant.jpg', 'picture-repeated', 'articles[0].images[1].url'],
        [1, 'wrong-type'],
      ],
    },
  ),
  picture(
    'alt',
    [],
    {},
    { '_press.images.0.alt': ['The minister at the gate'] },
    {
      missing: ['picture-without-alt articles[0].images[0].alt'],
      wrong: [[1, 'wrong-type']],
    },
  ),
  picture(
    'caption',
    [],
    {
      'media:content[1]/media:description': ['The minister opens the gate.'],
      'media:content[1]/media:description@type': ['plain'],
    },
    {
      'attachments.0.title': ['The minister opens the gate.'],
      '_press.images.0.caption': ['The minister opens the gate.'],
    },
    {
      missing: ['picture-without-caption articles[0].images[0].caption'],
      wrong: [
        [1, 'wrong-type'],
        ['A <em>gate</em>', 'markup-in-text'],
      ],
    },
  ),
  picture(
    'credit',
    [],
    { 'media:content[1]/media:credit': ['Press office'] },
    { '_press.images.0.credit': ['Press office'] },
    { wrong: [[1, 'wrong-type']] },
  ),
  picture(
    'title',
    [],
    {
      'media:content[1]/media:title': ['Opening'],
      'media:content[1]/media:title@type': ['plain'],
    },
    { '_press.images.0.title': ['Opening'] },
    { wrong: [[1, 'wrong-type']] },
  ),
  {
    ...picture(
      'type',
      [],
      { 'media:content[1]@type': ['image/jpeg'] },
      { 'attachments.0.mime_type': ['image/jpeg'] },
      {
        wrong: [
          ['jpeg', 'invalid-media-type'],
          [1, 'wrong-type'],
        ],
      },
    ),
    otherwise: inFirst(
      { 'media:content[1]@type': ['image/jpeg'] },
      { 'media:content[1]@type': ['image/jpeg'] },
      { 'attachments.0.mime_type': ['image/jpeg'] },
    ),
  },
  picture(
    'bytes',
    [],
    { 'media:content[1]@fileSize': ['123456'] },
    { 'attachments.0.size_in_bytes': [123456] },
    {
      wrong: [
        [0, 'invalid-value'],
        ['1', 'wrong-type'],
      ],
    },
  ),
  ...(['width', 'height'] as const).map((side) =>
    picture(
      side,
      [],
      {
        [`media:content[1]@${side}`]: [side === 'width' ? '1200' : '800'],
        [`media:content[1]/media:thumbnail@${side}`]: [side === 'width' ? '1200' : '800'],
      },
      { [`_press.images.0.${side}`]: [side === 'width' ? 1200 : 800] },
      {
        wrong: [
          [-1, 'invalid-value'],
          ['1', 'wrong-type'],
        ],
      },
    ),
  ),
  picture(
    'copyright',
    [],
    { 'media:content[1]/media:copyright': ['© 2026 Press office'] },
    { '_press.images.0.copyright': ['© 2026 Press office'] },
    { wrong: [[1, 'wrong-type']] },
  ),
  picture(
    'license',
    [],
    {
      'media:content[1]/dcterms:license': ['https://creativecommons.org/licenses/by/4.0/'],
      'media:content[1]/creativeCommons:license': [],
    },
    { '_press.images.0.license': ['https://creativecommons.org/licenses/by/4.0/'] },
    {
      wrong: [
        ['urn:x', 'address-scheme'],
        [1, 'wrong-type'],
      ],
    },
  ),
]

/** A row on a field of the first picture: what RSS and Atom share, and what JSON Feed has. */
function picture(
  name: string,
  urls: readonly string[],
  xml: Values,
  json: Values,
  rest: Pick<FieldRow, 'wrong'> & Partial<Pick<FieldRow, 'missing'>>,
): FieldRow {
  const both = name === 'url' ? { 'media:content[1]@url': urls } : xml
  const members = name === 'url' ? { '_press.images.0.url': urls, image: urls } : json
  return { field: `articles.0.images.0.${name}`, arrives: inFirst(both, both, members), ...rest }
}
