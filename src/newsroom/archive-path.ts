/** How archive pages are called: `fr/rss-archive/2026-03-02-1f3a9c00.xml` belongs to `fr/rss.xml`. */

/** The path of a page of a feed; `name` is a date and a hash, as `paginate` makes it. */
export function archivePath(feedPath: string, name: string): string {
  const { stem, ending } = partsOf(feedPath)
  return `${stem}-archive/${name}${ending}`
}

/** Whether a path is that of an archive page: of any feed, or of the one that is given. */
export function isArchivePath(path: string, feedPath?: string): boolean {
  const [, before = '', name = '', ending = ''] =
    /^(.*)-archive\/(\d{4}-\d{2}-\d{2}-[0-9a-f]{8})(\.[^./]*)?$/s.exec(path) ?? []
  return name !== '' && archivePath(feedPath ?? before + ending, name) === path
}

function partsOf(path: string): { readonly stem: string; readonly ending: string } {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? []
  return { stem, ending }
}
