/** Addresses made from the paths of article files. */

/** What `{path}` stands for: a path below the folder, without ending and a last `index`, percent-encoded. */
export function linkPath(file: string): string {
  // Composed, so that a file from a Mac has the link that it has elsewhere.
  const path = encodePath(file.replace(/\.[^./]+$/, '').normalize('NFC'))
  return path.replace(/(?:^|\/)index$/, '')
}

/** The link of a file by a pattern with `{path}` in it; for a path that is empty, without a double slash. */
export function linkFrom(pattern: string, file: string): string {
  const path = linkPath(file)
  return pattern
    .replaceAll('{path}/', () => (path === '' ? '' : `${path}/`))
    .replaceAll('{path}', () => path)
}

/** The address of the folder in which a file stands, when all files are served at `filesAt`. */
export function folderAddress(filesAt: string, file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  return `${filesAt.replace(/(?<!\/)\/*$/, '/')}${encodePath(folder)}`
}

function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
