// Writes the JSON Schemas that editors use for hints: dist/schema/front-matter.json, articles.json and
// config.json. Run after the build, whose schemas they are made from; what a field is for, which fields
// are required and which words a field may hold is read from the types in src/, so it is said once.
//
// Draft-07: every editor's JSON and YAML service knows it. No `$id`: the files are used by their path.
// No `format` for dates: ours are wider than RFC 3339. `null` stands in lists of types, never as a
// branch of `anyOf`: `tags:` without a value is fine, and completion still knows what comes first.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import ts from 'typescript'

const root = new URL('../', import.meta.url)
const draft = 'http://json-schema.org/draft-07/schema#'

// The form of src/date.ts without its flag; the surrounding space is trimmed there.
const date =
  String.raw`\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?` +
  String.raw` ?(?:[Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`
const dateText = {
  type: 'string',
  examples: ['2026-03-02'],
  patternErrorMessage: 'Expected a date such as 2026-03-02 or 2026-03-02T09:00:00+01:00',
}

/** What the types cannot say of a Markdown file, and what only the configuration in JSON has. */
const texts = {
  schema: 'The JSON Schema that editors check this file with. Nothing else reads it.',
  title: 'The headline: plain text. Default: the heading that the text begins with.',
  link:
    "The article's page: absolute, or relative to the feed's `link`; http or https. Required, unless " +
    'the folder gives each article a link.',
  author: 'Another name for `authors`.',
  markdownFolder: 'The folder of Markdown files, relative to this file. Required.',
  jsonFile: 'The file of article records, relative to this file. Required.',
  list: 'The records, in any order.',
  articles:
    'The articles: a list of records, `{ "markdownFolder": "content/news" }` or ' +
    '`{ "jsonFile": "articles.json" }`.',
}

/**
 * The schemas by file name. `articleSchema` and `newsroomSchema` are those that check; `frontMatter` is
 * `article` of src/markdown/fields.ts. Without a newsroom's schema there is none for the configuration.
 * Throws if a field has no description or is not the same in types and schemas.
 */
export function makeSchemas({ articleSchema, newsroomSchema, frontMatter }) {
  const types = readTypes()
  const article = describe(convert(articleSchema), types.of('ArticleInput'), 'ArticleInput', types)
  const schemas = {
    'front-matter.json': top(frontMatterOf(article, frontMatter)),
    'articles.json': recordsOf(article),
  }
  if (newsroomSchema === undefined) return schemas
  return { ...schemas, 'config.json': top(configOf(newsroomSchema, article, types)) }
}

/** A schema as text: keys in alphabetical order, two spaces. */
export function formatSchema(schema) {
  const sorted = (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return `${JSON.stringify(schema, sorted, 2)}\n`
}

function top(schema) {
  return { $schema: draft, ...withSchemaMember(schema) }
}

function withSchemaMember(schema) {
  return { ...schema, properties: { ...schema.properties, $schema: text(texts.schema) } }
}

function text(description) {
  return { type: 'string', description }
}

/** A schema of valibot in JSON Schema. Branches of different types become one schema with a list of types. */
function convert(schema) {
  return simplify(
    toJsonSchema(schema, {
      target: 'draft-07',
      overrideSchema: ({ valibotSchema }) => {
        if (valibotSchema.type === 'custom') return { type: 'object' }
        if (valibotSchema.type === 'date') return dateText
        const isDate = valibotSchema.options?.some(({ type }) => type === 'date')
        return isDate ? { ...dateText, pattern: `^\\s*(?:${date})?\\s*$` } : undefined
      },
    }),
  )
}

function simplify(schema) {
  const merged = without(schema, ['$schema', 'anyOf', 'required'])
  for (const branch of (schema.anyOf ?? []).map(simplify)) {
    const types = listOf(merged.type)
    if (listOf(branch.type).some((type) => types.includes(type))) {
      throw new Error(`Two branches of one type: ${JSON.stringify(schema)}`)
    }
    Object.assign(merged, branch, { type: [...types, ...listOf(branch.type)] })
  }
  if (merged.items !== undefined) merged.items = simplify(merged.items)
  if (merged.properties !== undefined) {
    merged.additionalProperties = false
    merged.properties = mapValues(merged.properties, simplify)
  }
  return merged
}

/** The schema with what its type says: descriptions, required members, words to choose from. */
function describe(schema, type, path, types) {
  const described = { ...schema, ...types.wordsOf(schema, type) }
  if (schema.items !== undefined) {
    described.items = describe(schema.items, types.itemOf(type, path), `${path}[]`, types)
  }
  if (schema.properties === undefined) return described
  const members = types.membersOf(type, path)
  for (const name of Object.keys(members)) {
    if (!Object.hasOwn(schema.properties, name)) throw new Error(`No schema for ${path}.${name}`)
  }
  described.properties = mapValues(schema.properties, (property, name) => {
    const place = `${path}.${name}`
    const member = members[name]
    if (member === undefined) throw new Error(`No type for ${place}`)
    if (member.description === '') throw new Error(`No description for ${place}`)
    const inner = describe(property, member.type, place, types)
    return { ...(member.optional ? inner : given(inner)), description: member.description }
  })
  const required = Object.keys(members).filter((name) => !members[name].optional)
  return required.length === 0 ? described : { ...described, required }
}

/** For a member that has to be there: not `null`, and for a date not nothing. */
function given(schema) {
  const [first, ...more] = listOf(schema.type).filter((type) => type !== 'null')
  const type = more.length === 0 ? first : [first, ...more]
  const words = schema.enum && { enum: schema.enum.filter((word) => word !== null) }
  const pattern = schema.pattern && { pattern: `^\\s*${date}\\s*$` }
  return { ...schema, type, ...words, ...pattern }
}

/** A file of records: a list, an object with such a list, or one record. */
function recordsOf(article) {
  const list = { type: 'array', items: { $ref: '#/definitions/article' } }
  const file = {
    type: 'object',
    properties: { articles: { ...list, description: texts.list } },
    required: ['articles'],
  }
  const alternatives = [list, withSchemaMember(file), withSchemaMember(article)]
  return { $schema: draft, anyOf: alternatives, definitions: { article } }
}

/** Front matter: scalars are text, one item may stand without a list, the text has its own place. */
function frontMatterOf(article, { fields }) {
  const properties = mapValues(fields, (kind, name) => {
    const schema = article.properties[name === 'author' ? 'authors' : name]
    if (schema === undefined) throw new Error(`No schema for ${name} of front matter`)
    return inYaml(schema, kind)
  })
  delete properties.body
  for (const name of ['title', 'link', 'author']) properties[name].description = texts[name]
  for (const name of ['title', 'link']) properties[name].type = ['string', 'number', 'null']
  return { ...article, properties, required: ['published'] }
}

function inYaml(schema, kind) {
  const types = listOf(schema.type)
  // `title: 2026` is a headline; a number is no date, though.
  const scalars = types.includes('string') && schema.pattern === undefined ? ['number'] : []
  if (kind === 'text') return { ...schema, type: insertAfter(types, 'string', scalars) }
  if (typeof kind !== 'object') return schema
  if (kind.fields !== undefined) {
    const properties = mapValues(schema.properties, (inner, name) =>
      inYaml(inner, kind.fields[name]),
    )
    return { ...schema, properties, type: insertAfter(types, 'string', scalars) }
  }
  const items = inYaml(schema.items, kind.items)
  if (kind.single !== true) return { ...schema, items }
  const single = listOf(items.type).filter((type) => type !== 'null' && !types.includes(type))
  // An empty text is not taken for an empty list.
  const type = [types[0], ...single, ...types.slice(1)]
  const text = single.includes('string') && { minLength: 1 }
  return { ...items, ...schema, items, type, ...text }
}

function insertAfter(list, item, more) {
  return list.flatMap((each) => (each === item ? [each, ...more] : [each]))
}

/** pressfeed.config.json: a newsroom without what is not data. */
function configOf(newsroomSchema, article, types) {
  const leftOut = ['articles', 'extensions']
  const withoutCode = { ...newsroomSchema, entries: without(newsroomSchema.entries, leftOut) }
  const newsroom = types.of('Newsroom', leftOut)
  const config = describe(convert(withoutCode), newsroom, 'Newsroom', types)
  const articles = {
    description: texts.articles,
    anyOf: [
      source('markdownFolder', types.optionsOf('MarkdownFolderOptions')),
      source('jsonFile', {}),
      // Last: of branches that fit equally badly, editors speak of the first.
      { type: 'array', items: { $ref: '#/definitions/article' } },
    ],
  }
  return {
    ...config,
    properties: { ...config.properties, articles },
    required: [...config.required, 'articles'],
    definitions: { article },
  }
}

/** A call such as `markdownFolder('content/news', options)` as an object. */
function source(name, options) {
  return {
    type: 'object',
    properties: { [name]: text(texts[name]), ...options },
    required: [name],
    additionalProperties: false,
  }
}

/** The types in src/, through the compiler. */
function readTypes() {
  const files = [
    'src/model/input.ts',
    'src/newsroom/definition.ts',
    'src/node/folder-options.ts',
  ].map((path) => fileURLToPath(new URL(path, root)))
  const { NodeNext } = ts.ModuleKind
  const options = { strict: true, module: NodeNext, target: ts.ScriptTarget.ES2022, types: [] }
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const isAbsent = ({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0
  // Without `null` and `undefined`; a type that is left out carries what stays.
  const branches = ({ type }) =>
    (type.isUnion() ? type.types : [type]).filter((each) => !isAbsent(each))

  const of = (name, leftOut = []) => {
    for (const file of files) {
      const module = checker.getSymbolAtLocation(program.getSourceFile(file))
      const symbol = checker.getExportsOfModule(module).find((each) => each.name === name)
      if (symbol !== undefined) return { type: checker.getDeclaredTypeOfSymbol(symbol), leftOut }
    }
    throw new Error(`No type ${name} in ${files.join(' and ')}`)
  }

  const itemOf = (place, path) => {
    const list = branches(place).find((type) => checker.isArrayType(type))
    if (list === undefined) throw new Error(`No list in the type of ${path}`)
    return { type: checker.getTypeArguments(list)[0] }
  }

  const membersOf = (place, path) => {
    const object = branches(place).find(
      (type) => (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(type),
    )
    if (object === undefined) throw new Error(`No object in the type of ${path}`)
    const symbols = checker
      .getPropertiesOfType(object)
      .filter(({ name }) => !place.leftOut?.includes(name))
    return Object.fromEntries(
      symbols.map((symbol) => [
        symbol.name,
        {
          type: { type: checker.getTypeOfSymbol(symbol) },
          optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
          description: inOneLine(symbol.getDocumentationComment(checker)),
        },
      ]),
    )
  }

  const wordsOf = ({ type, enum: known }, place) => {
    const words = branches(place)
    if (known !== undefined || !listOf(type).includes('string')) return undefined
    if (!words.every((word) => word.isStringLiteral())) return undefined
    const choice = words.map(({ value }) => value).sort()
    return { enum: listOf(type).includes('null') ? [...choice, null] : choice }
  }

  /** Options that no schema describes: texts, numbers and lists of texts. A function is not for JSON. */
  const optionsOf = (name) =>
    mapValues(membersOf(of(name), name), ({ type, description }, option) => {
      const names = branches(type).flatMap((branch) => {
        if (checker.isArrayType(branch)) return ['array']
        if ((branch.flags & ts.TypeFlags.String) !== 0) return ['string']
        return (branch.flags & ts.TypeFlags.Number) !== 0 ? ['number'] : []
      })
      if (names.length === 0 || description === '') throw new Error(`Cannot say ${name}.${option}`)
      return {
        type: [...names, 'null'],
        ...(names.includes('array') && { items: { type: 'string' } }),
        description: description.replace(/ Or a function[^.]*\./, ''),
      }
    })
  return { of, itemOf, membersOf, wordsOf, optionsOf }
}

function inOneLine(parts) {
  return (
    ts
      .displayPartsToString(parts)
      .replace(/\{@link (\w+)\}/g, '`$1`')
      // How a comment writes a pattern that would end it.
      .replaceAll('*\\/', '*/')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

function listOf(value) {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function without(object, names) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
}

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(value, name)]),
  )
}

async function write() {
  const built = (path) => new URL(`dist/${path}`, root)
  const { articleSchema } = await import(built('create-feed/schema.js').href)
  const { article: frontMatter } = await import(built('markdown/fields.js').href)
  const ofNewsroom = built('newsroom/schema.js')
  const { newsroomSchema } = existsSync(ofNewsroom) ? await import(ofNewsroom.href) : {}
  const folder = new URL('dist/schema/', root)
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of Object.entries(
    makeSchemas({ articleSchema, newsroomSchema, frontMatter }),
  )) {
    writeFileSync(new URL(name, folder), formatSchema(schema))
  }
  if (newsroomSchema !== undefined) return
  console.error('dist/schema/config.json is not written: no newsroomSchema in newsroom/schema.js')
  process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write()
