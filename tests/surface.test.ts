import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { generator } from '../src/formats/generator.js'
import * as core from '../src/index.js'
import * as feed from '../src/interop/feed-package.js'
import * as markdown from '../src/markdown/index.js'
import * as node from '../src/node/index.js'
import * as astro from '../src/plugins/astro.js'
import * as eleventy from '../src/plugins/eleventy.js'
import * as vite from '../src/plugins/vite.js'
import * as web from '../src/web/index.js'

// What people may import. A change here is a change for them: it belongs in the changelog.
const surface = [
  {
    entry: 'src/index.ts',
    module: core,
    values: [
      'FeedError',
      'alternateLinks',
      'checkFeed',
      'createFeed',
      'defineExtension',
      'defineNewsroom',
      'element',
      'formatIssue',
      'hostHeaders',
      'issueCodes',
      'toAtom',
      'toAtomChunks',
      'toJsonFeed',
      'toJsonFeedChunks',
      'toJsonLd',
      'toNinjs',
      'toRss',
      'toRssChunks',
    ],
    types: [
      'ArchiveLinks',
      'ArchiveOptions',
      'Article',
      'ArticleInput',
      'Articles',
      'Attachment',
      'AttachmentInput',
      'Attributes',
      'CheckFeedOptions',
      'Contact',
      'ContactInput',
      'Correction',
      'CorrectionInput',
      'CreateFeedOptions',
      'DateInput',
      'Dateline',
      'DatelineInput',
      'Extension',
      'Feed',
      'FeedDefinition',
      'FeedInput',
      'Host',
      'HostWithFile',
      'ImageInput',
      'Instant',
      'Issue',
      'IssueCode',
      'Json',
      'JsonObject',
      'LintInput',
      'Location',
      'LocationInput',
      'Logo',
      'LogoInput',
      'Newsroom',
      'OpmlOptions',
      'PageDefinition',
      'PageWords',
      'Person',
      'PersonInput',
      'Picture',
      'QualifiedName',
      'Quote',
      'QuoteInput',
      'Reference',
      'SafeHtml',
      'Selection',
      'Severity',
      'Source',
      'SourceInput',
      'StylesheetOptions',
      'Subject',
      'SubjectInput',
      'Translation',
      'TranslationInput',
      'Withdrawal',
      'WithdrawnInput',
      'Words',
      'WordsInput',
      'WriterOptions',
      'XmlElement',
      'XmlWriterOptions',
    ],
  },
  {
    entry: 'src/markdown/index.ts',
    module: markdown,
    values: ['fromMarkdown', 'locateIssues'],
    types: ['MarkdownArticle', 'Place'],
  },
  {
    entry: 'src/node/index.ts',
    module: node,
    values: [
      'announce',
      'build',
      'check',
      'jsonFile',
      'markdownFolder',
      'toNodeListener',
      'writeChunks',
    ],
    types: [
      'AnnounceOptions',
      'AnnounceReport',
      'Announcement',
      'ArticleSource',
      'BuildOptions',
      'BuildProgress',
      'BuildReport',
      'DocumentReport',
      'HeldReport',
      'HostFileReport',
      'LoadedArticle',
      'LocalFile',
      'MarkdownFolderOptions',
      'SourceContext',
      'SourceEntry',
      'WebHandler',
    ],
  },
  {
    entry: 'src/web/index.ts',
    module: web,
    values: ['createHandler'],
    types: ['Handler', 'HandlerOptions', 'ReadDocument'],
  },
  {
    entry: 'src/interop/feed-package.ts',
    module: feed,
    values: ['fromFeed', 'toFeed'],
    types: [
      'FeedPackageAuthor',
      'FeedPackageCategory',
      'FeedPackageCollector',
      'FeedPackageEnclosure',
      'FeedPackageExtension',
      'FeedPackageFeed',
      'FeedPackageItem',
      'FeedPackageOptions',
    ],
  },
  {
    entry: 'src/plugins/astro.ts',
    module: astro,
    values: ['pressfeed'],
    types: ['AstroIntegration', 'PluginOptions'],
  },
  {
    entry: 'src/plugins/eleventy.ts',
    module: eleventy,
    values: ['pressfeed'],
    types: ['EleventyBuild', 'EleventyConfig', 'EleventyPage', 'EleventyPlugin', 'PluginOptions'],
  },
  {
    entry: 'src/plugins/vite.ts',
    module: vite,
    values: ['pressfeed'],
    types: ['PluginOptions', 'VitePlugin'],
  },
]

const root = fileURLToPath(new URL('..', import.meta.url))
// Names only: without the library's types the checker is quick.
const program = ts.createProgram(
  surface.map(({ entry }) => root + entry),
  { module: ts.ModuleKind.NodeNext, noLib: true, types: [] },
)
const checker = program.getTypeChecker()

describe.each(surface)('$entry', ({ entry, module, values, types }) => {
  it('exports these values', () => {
    expect(Object.keys(module).sort()).toEqual(values)
  })

  it('exports these types', () => {
    expect(exportedTypes(root + entry)).toEqual(types)
  })
})

it('names its own name, version and page in feeds', () => {
  const { name, version, homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as object & {
    readonly [field: string]: unknown
  }
  expect(generator).toEqual({ name, version, uri: homepage })
})

/** Names that a module exports and that stand for no value. */
function exportedTypes(path: string): readonly string[] {
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(path)!)!
  return checker
    .getExportsOfModule(symbol)
    .filter((name) => {
      const alias = (name.flags & ts.SymbolFlags.Alias) !== 0
      const { flags } = alias ? checker.getAliasedSymbol(name) : name
      return (flags & ts.SymbolFlags.Value) === 0
    })
    .map(({ name }) => name)
    .sort()
}
