/** Paths and the folders that hold them. */
import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is a folder or lies below it. Both absolute, without `..` in them. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The way from a folder to a path, with slashes on every system. */
export function wayTo(path: string, folder: string): string {
  return relative(folder, path).split(sep).join('/')
}
