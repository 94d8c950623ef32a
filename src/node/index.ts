/**
 * What touches the machine: articles from folders and files, and feeds built into a folder. Runs on Node,
 * Bun and Deno.
 *
 * @packageDocumentation
 */
export { announce } from './announce.js'
export type { AnnounceOptions, AnnounceReport, Announcement } from './announce-report.js'
export { build } from './build.js'
export { check } from './check.js'
export { jsonFile } from './json-file.js'
export { writeChunks } from './write-chunks.js'
export { toNodeListener, type WebHandler } from './node-listener.js'
export { markdownFolder, type MarkdownFolderOptions } from './markdown-folder.js'
export type {
  BuildOptions,
  BuildProgress,
  BuildReport,
  DocumentReport,
  HeldReport,
  HostFileReport,
} from './report.js'
export type {
  ArticleSource,
  LoadedArticle,
  LocalFile,
  SourceContext,
  SourceEntry,
} from '../newsroom/source.js'
