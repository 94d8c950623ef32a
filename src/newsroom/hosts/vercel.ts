/** The member `headers` of `vercel.json`. */
import { archiveName } from '../archive-path.js'
import type { HostRule, HostText } from '../host-rules.js'

/** Writes a `vercel.json` of nothing else. */
export function toVercelJson(rules: readonly HostRule[]): HostText {
  const headers = rules.map((rule) => ({
    source: sourceOf(rule),
    headers: [
      ...(rule.links.length === 0 ? [] : [['Link', rule.links.join(', ')] as const]),
      ...rule.headers,
    ].map(([key, value]) => ({ key, value })),
  }))
  return { text: `${JSON.stringify({ headers }, undefined, 2)}\n`, left: [] }
}

function sourceOf({ pathname, ending }: HostRule): string {
  const path = literally(pathname)
  return ending === undefined ? path : `${path}(${archiveName})${literally(ending)}`
}

// What stands for something else in a pattern of path-to-regexp.
function literally(text: string): string {
  return text.replace(/[\\:*+?(){}]/g, String.raw`\$&`)
}
