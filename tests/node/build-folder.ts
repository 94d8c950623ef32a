import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import type { ArticleInput } from 'pressfeed'

/** What a newsroom says of itself. */
export const head = {
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'Press releases',
  language: 'en',
  // What is looked for in tests of its own.
  lint: { contact: false, credit: false },
}

/** A folder to build in: input beside an output folder that is emptied after each test. */
export function buildFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'pressfeed-build-'))
  const out = (...names: readonly string[]) => join(folder, 'out', ...names)
  afterEach(() => rmSync(out(), { recursive: true, force: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    out,
    read: (...names: readonly string[]) => readFileSync(out(...names), 'utf8'),
    write: (path: string, content: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    },
    options: { outDir: out(), now: '2026-06-01', root: folder },
  }
}

/** An article of an hour in January 2026. */
export function article(hour: number, more: Partial<ArticleInput> = {}): ArticleInput {
  return {
    title: `Article ${hour}`,
    link: `/news/${hour}`,
    published: new Date(Date.UTC(2026, 0, 1, hour)).toISOString(),
    body: `<p>The text of article ${hour}.</p>`,
    ...more,
  }
}

/** The oldest first. */
export function articles(count: number): readonly ArticleInput[] {
  return Array.from({ length: count }, (_, hour) => article(hour))
}
