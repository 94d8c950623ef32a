/**
 * What a news item of ours may hold, as JSON Schema 2020-12: the parts of ninjs 3.1 that we write, and no others.
 * The names, the closed lists and what is required are those of the standard.
 */
const text = { type: 'string', minLength: 1 }
const uri = { type: 'string', format: 'uri' }
const instant = { type: 'string', format: 'date-time' }
const count = { type: 'integer', minimum: 1 }

const named = { name: text, rel: { const: 'about' } }
const ofRole = objects(
  { role: text, contentType: { enum: ['text/plain', 'text/html'] }, value: text },
  ['value'],
)
const rights = object({ linkedRights: uri }, ['linkedRights'])
const altIds = objects({ role: text, value: text }, ['role', 'value'])
const type = { enum: ['text', 'audio', 'video', 'picture'] }
const representationType = { enum: ['full', 'partial'] }

const association = {
  name: text,
  rel: { enum: ['translation', 'replaces', 'replacedBy', 'announces'] },
  uri,
  type,
  representationType,
  altIds,
  language: text,
  firstCreated: instant,
  headlines: ofRole,
  descriptions: ofRole,
  by: text,
  copyrightNotice: text,
  rightsInfo: rights,
  renditions: objects(
    {
      name: text,
      href: uri,
      contentType: text,
      width: count,
      height: count,
      sizeInBytes: count,
      duration: { type: 'number' },
    },
    ['name', 'href'],
  ),
}

export const ninjsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...object(
    {
      uri,
      type,
      representationType,
      profile: text,
      standard: object({ name: { const: 'ninjs' }, version: { const: '3.1' }, schema: uri }, [
        'name',
        'version',
        'schema',
      ]),
      altIds,
      firstCreated: instant,
      versionCreated: instant,
      expires: instant,
      pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
      language: text,
      genres: objects({ name: text }, ['name']),
      headlines: ofRole,
      descriptions: ofRole,
      bodies: ofRole,
      by: text,
      located: text,
      people: objects({ name: text, rel: { const: 'mentions' } }, ['name']),
      organisations: objects(
        {
          ...named,
          symbols: objects({ exchange: text, symbol: text, symbolType: uri }, ['symbol']),
        },
        ['symbols'],
      ),
      subjects: objects({ ...named, uri, literal: text }, []),
      places: objects(
        {
          ...named,
          geoJSON: object(
            {
              type: { const: 'Point' },
              coordinates: {
                type: 'array',
                prefixItems: [
                  { type: 'number', minimum: -180, maximum: 180 },
                  { type: 'number', minimum: -90, maximum: 90 },
                ],
                items: false,
                minItems: 2,
              },
            },
            ['type', 'coordinates'],
          ),
        },
        [],
      ),
      infoSources: objects(
        {
          name: text,
          role: text,
          uri,
          contactInfo: objects({ type: text, name: text, value: text }, ['type', 'value']),
        },
        ['name'],
      ),
      edNote: text,
      copyrightNotice: text,
      rightsInfo: rights,
      associations: objects(association, ['name', 'uri']),
    },
    ['uri', 'type', 'versionCreated', 'language', 'headlines', 'bodies'],
  ),
}

function object(properties: object, required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false }
}

function objects(properties: object, required: readonly string[]) {
  return { type: 'array', minItems: 1, items: object(properties, required) }
}
