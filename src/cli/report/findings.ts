/** Findings as text: by file, with the errors last, so that they are what stands above the prompt. */
import { relative, resolve } from 'node:path'
import type { Issue, IssueCode } from '../../issue.js'
import type { Colours } from '../text/colours.js'
import { count } from '../text/numbers.js'
import { printable } from '../text/printable.js'
import { wrap } from '../text/wrap.js'

/** How findings are shown. */
export interface FindingsView {
  readonly colours: Colours
  /** Columns of a line. */
  readonly width: number
  /** The working folder: files are named as seen from here. */
  readonly cwd: string
  /** The folder that the files of the findings are relative to. */
  readonly root: string
  /** Absolute path of the configuration, under which findings without a file are shown. */
  readonly configFile: string
}

// Of one kind, a person reads some and mends the cause; --json has all of them.
const shownOfOneCode = 50

/** The findings, each under its place; empty if there are none. */
export function renderFindings(issues: readonly Issue[], view: FindingsView): string {
  const of = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity)
  return [of('warning'), of('error')].map((part) => renderPart(part, view)).join('')
}

function renderPart(issues: readonly Issue[], view: FindingsView): string {
  const shown = new Map<IssueCode, number>()
  const left = new Map<IssueCode, number>()
  const chosen = issues.filter(({ code }) => {
    const soFar = shown.get(code) ?? 0
    if (soFar < shownOfOneCode) shown.set(code, soFar + 1)
    else left.set(code, (left.get(code) ?? 0) + 1)
    return soFar < shownOfOneCode
  })
  const files = [...groupByFile(chosen, view)].map(
    ([file, found]) => `${renderFile(file, found, view)}\n`,
  )
  const more = [...left].map(
    ([code, number]) => `… and ${count(number, 'more', 'more')} of ${code} (see --json)\n`,
  )
  return files.join('') + (more.length === 0 ? '' : `${more.join('')}\n`)
}

function groupByFile(
  issues: readonly Issue[],
  { cwd, root, configFile }: FindingsView,
): ReadonlyMap<string, readonly Issue[]> {
  const files = new Map<string, Issue[]>()
  for (const issue of issues) {
    const path = issue.file === undefined ? configFile : resolve(root, issue.file)
    const name = relative(cwd, path).replaceAll('\\', '/')
    const group = files.get(name)
    if (group === undefined) files.set(name, [issue])
    else group.push(issue)
  }
  return files
}

function renderFile(file: string, issues: readonly Issue[], view: FindingsView): string {
  let last: string | undefined
  return issues
    .map((issue) => {
      const heading = [file, issue.line, issue.line && issue.column].filter(Boolean).join(':')
      const isNew = heading !== last
      last = heading
      const above = isNew ? `${view.colours.bold(printable(heading))}\n` : ''
      return above + renderIssue(issue, view)
    })
    .join('')
}

// `  warning  `: two spaces, the longer of the two words, two spaces.
const indent = 11

function renderIssue({ severity, path, message, code }: Issue, view: FindingsView): string {
  const { colours, width } = view
  const colour = severity === 'error' ? colours.red : colours.yellow
  const label = `  ${colour(severity)}${' '.repeat(indent - 2 - severity.length)}`
  const text = path === '' ? message : `${path}: ${message}`
  const margin = ' '.repeat(indent)
  return `${label}${wrap(printable(text), width, indent)}\n${margin}${colours.dim(code)}\n`
}
