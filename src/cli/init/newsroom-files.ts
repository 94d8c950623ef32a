/** The files of a new newsroom: the templates, with what the person said put in. */
import { readFileSync } from 'node:fs'
import type { Answers } from './answers.js'

/** A file to write. */
export interface NewFile {
  /** Relative to the newsroom's folder, with slashes. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** The configuration, the first article and its picture, and what git should leave alone. */
export function newsroomFiles(answers: Answers, timeZone: string, now: Date): readonly NewFile[] {
  const date = dayIn(timeZone, now)
  const year = date.slice(0, 4)
  const values = {
    TITLE: answers.title,
    LINK: answers.link,
    DESCRIPTION: answers.description,
    LANGUAGE: answers.language,
    TIME_ZONE: timeZone,
    DATE: date,
    YEAR: year,
  }
  return [
    { path: 'pressfeed.config.ts', content: filled('pressfeed.config.ts.template', values) },
    { path: `content/news/${year}/first-release.md`, content: filled('first-release.md', values) },
    { path: 'public/pictures/first-release.png', content: template('first-release.png') },
    { path: '.gitignore', content: filled('gitignore.template', values) },
  ]
}

// The day in a time zone: `2026-03-02`.
function dayIn(timeZone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return [parts.get('year'), parts.get('month'), parts.get('day')].join('-')
}

// One pass, so that nothing is taken for a placeholder that somebody typed.
function filled(name: string, values: Readonly<Record<string, string>>): string {
  const text = new TextDecoder().decode(template(name))
  return text.replace(/(['"]?)__([A-Z_]+)__\1/g, (placeholder, quote: string, field: string) => {
    const value = values[field]
    if (value === undefined) return placeholder
    if (quote === '') return value
    return quote === "'" ? singleQuoted(value) : JSON.stringify(value)
  })
}

// A text as a string of TypeScript.
function singleQuoted(value: string): string {
  const inside = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside}'`
}

// The folder stands beside src/ and dist/ alike.
function template(name: string): Uint8Array {
  return readFileSync(new URL(`../../../templates/newsroom/${name}`, import.meta.url))
}
