/** Lines for a `server` of nginx. */
import { archiveName } from '../archive-path.js'
import {
  decodedPath,
  inQuotes,
  inRegExp,
  type Header,
  type HostRule,
  type HostText,
} from '../host-rules.js'

/** Writes a `location` for each rule. */
export function toNginx(rules: readonly HostRule[]): HostText {
  const left: string[] = []
  const blocks = rules.map((rule) => {
    const links = rule.links.filter((link) => {
      const isVariable = link.includes('$')
      if (isVariable) left.push(`Cannot name ${link}: nginx reads $ as a variable; expected none`)
      return !isVariable
    })
    const link: readonly Header[] = links.length === 0 ? [] : [['Link', links.join(', ')]]
    const [type, ...more] = rule.headers
    return [
      `location ${locationOf(rule)} {`,
      // Without types of its own, a file has the default.
      '    types { }',
      `    default_type ${inQuotes(type?.[1] ?? '')};`,
      ...[...link, ...more].map(([name, value]) => `    add_header ${name} ${inQuotes(value)};`),
      '}',
    ].join('\n')
  })
  return { text: `${blocks.join('\n\n')}\n`, left }
}

function locationOf({ pathname, ending }: HostRule): string {
  const path = decodedPath(pathname)
  if (ending === undefined) return `= ${inQuotes(path)}`
  return `~ ${inQuotes(`^${inRegExp(path)}${archiveName}${inRegExp(decodedPath(ending))}$`)}`
}
