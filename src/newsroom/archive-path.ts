/** How archive pages are called: `fr/rss-archive/2026-03-02-1f3a9c00.xml` belongs to `fr/rss.xml`. */

/** What the names of pages look like, as a regular expression: a date and a hash, as `paginate` makes them. */
export const archiveName = String.raw`\d{4}-\d{2}-\d{2}-[0-9a-f]{8}`

/** What stands before and after the name in the paths of all pages of a feed. */
export function archiveFolder(feedPath: string): {
  readonly folder: string
  readonly ending: string
} {
  const [, stem = feedPath, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(feedPath) ?? []
  return { folder: `${stem}-archive/`, ending }
}

/** The path of a page of a feed. */
export function archivePath(feedPath: string, name: string): string {
  const { folder, ending } = archiveFolder(feedPath)
  return folder + name + ending
}

/** Whether a path is that of an archive page: of any feed, or of the one that is given. */
export function isArchivePath(path: string, feedPath?: string): boolean {
  const [, before = '', name = '', ending = ''] =
    new RegExp(`^(.*)-archive/(${archiveName})(\\.[^./]*)?$`, 's').exec(path) ?? []
  return name !== '' && archivePath(feedPath ?? before + ending, name) === path
}
