/** Lines for a site of the Apache HTTP Server, or for its file `.htaccess`. */
import { archiveName } from '../archive-path.js'
import {
  decodedPath,
  inQuotes,
  inRegExp,
  type Header,
  type HostRule,
  type HostText,
} from '../host-rules.js'

/** Writes an `If` for each rule: unlike `Files` it looks at the whole path, unlike `Location` it may stand in `.htaccess`. */
export function toApache(rules: readonly HostRule[]): HostText {
  const blocks = rules.map((rule) => {
    const link: readonly Header[] = rule.links.length === 0 ? [] : [['Link', rule.links.join(', ')]]
    const [type, ...more] = rule.headers
    return [
      `<If ${inQuotes(conditionOf(rule))}>`,
      `  ForceType ${inQuotes(type?.[1] ?? '')}`,
      '  <IfModule mod_headers.c>',
      // A % begins what Apache fills in.
      ...[...link, ...more].map(
        ([name, value]) => `    Header set ${name} ${inQuotes(value.replaceAll('%', '%%'))}`,
      ),
      '  </IfModule>',
      '</If>',
    ].join('\n')
  })
  return { text: `${blocks.join('\n\n')}\n`, left: [] }
}

function conditionOf({ pathname, ending }: HostRule): string {
  const path = decodedPath(pathname)
  if (ending === undefined) {
    return `%{REQUEST_URI} == '${path.replace(/[\\']/g, String.raw`\$&`)}'`
  }
  const pattern = `^${inRegExp(path)}${archiveName}${inRegExp(decodedPath(ending))}$`
  return `%{REQUEST_URI} =~ m#${pattern.replaceAll('#', '\\#')}#`
}
