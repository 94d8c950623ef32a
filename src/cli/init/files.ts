/** Files of a newsroom on disk: new ones are never written over old ones. */
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, systemCode } from '../failure.js'
import { printable } from '../text/printable.js'
import type { NewFile } from './newsroom-files.js'

/** Whether there is something at a path. A link that leads nowhere counts: writing would follow it. */
export function isThere(path: string): boolean {
  return attempt('read', path, () => lstatSync(path, { throwIfNoEntry: false })) !== undefined
}

/** The text of a file; `undefined` if there is none. */
export function readIfThere(path: string): string | undefined {
  return isThere(path) ? attempt('read', path, () => readFileSync(path, 'utf8')) : undefined
}

/** Writes files that are not there yet: all of them, or none. */
export function writeNew(folder: string, files: readonly NewFile[]): void {
  const written: string[] = []
  try {
    for (const { path, content } of files) {
      const file = join(folder, path)
      attempt('write', file, () => {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content, { flag: 'wx' })
      })
      written.push(file)
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true })
    throw error
  }
}

/** Writes a file in place of what is there. */
export function replaceFile(path: string, text: string): void {
  attempt('write', path, () => writeFileSync(path, text))
}

function attempt<T>(verb: 'read' | 'write', path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new Failure(`Cannot ${verb} ${printable(path)}: the system says ${code}.`)
  }
}
