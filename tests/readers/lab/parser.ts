/** A reader that is a parser from npm, which other software is built on. It keeps nothing: it reads all anew each time. */
import { readFileSync } from 'node:fs'
import type { Format, Reader, StoredArticle } from './reader.js'

/** Fetches a feed and reads it; rejects a format that it does not know. */
export type Load = (url: string) => Promise<readonly StoredArticle[]>

export function parser(name: string, formats: readonly Format[], load: Load): Reader {
  return {
    name,
    formats,
    packages: {},
    version: () => {
      const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
        readonly version: string
      }
      return Promise.resolve(version)
    },
    open: () => {
      const known = new Map<string, readonly StoredArticle[]>()
      const loadAll = async (urls: readonly string[]) => {
        for (const url of urls) known.set(url, await load(url).catch(() => []))
      }
      return Promise.resolve({
        subscribe: loadAll,
        refresh: () => loadAll([...known.keys()]),
        read: (url) => Promise.resolve(known.get(url) ?? []),
        close: () => Promise.resolve(),
      })
    },
  }
}

/** For parsers that leave the fetching to their caller. */
export async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text()
}
