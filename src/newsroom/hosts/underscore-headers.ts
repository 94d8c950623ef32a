/** The file `_headers`, as Netlify and Cloudflare both read it. */
import type { HostRule, HostText } from '../host-rules.js'

// What Cloudflare reads of it. Netlify names no limits.
const mostRules = 100
const longestLine = 2000

/** Writes `_headers`; `isForCloudflare` says whether the limits of Cloudflare are worth a word. */
export function toUnderscoreHeaders(
  rules: readonly HostRule[],
  isForCloudflare: boolean,
): HostText {
  const left: string[] = []
  const kept = rules.filter((rule) => {
    const fault = faultOf(rule, rules)
    if (fault !== undefined) left.push(`Cannot name ${pathOf(rule)} in _headers: ${fault}`)
    return fault === undefined
  })
  const blocks = kept.map((rule) => {
    const links = rule.links.filter((link) => {
      const fault = linkFault(link)
      if (fault !== undefined) left.push(`Cannot name ${link} in _headers: ${fault}`)
      return fault === undefined
    })
    const [type, ...more] = rule.headers
    const lines = [type, ...links.map((link) => ['Link', link] as const), ...more]
    return [pathOf(rule), ...lines.map((line) => line && `  ${line.join(': ')}`)].join('\n')
  })
  if (isForCloudflare && blocks.length > mostRules) {
    left.push(
      `Cloudflare reads ${mostRules} rules of _headers and this has ${blocks.length}: ` +
        'what stands behind them keeps its usual headers; expected fewer feeds or archives',
    )
  }
  return { text: `${blocks.join('\n\n')}\n`, left }
}

function pathOf({ pathname, ending }: HostRule): string {
  return ending === undefined ? pathname : `${pathname}*${ending}`
}

function faultOf(rule: HostRule, all: readonly HostRule[]): string | undefined {
  if (/[:*]/.test(rule.pathname)) return 'a : or * in a path is a placeholder there; expected none'
  if (pathOf(rule).length > longestLine) return tooLong
  // Where two rules match, Cloudflare joins what both say; what Netlify does is written nowhere.
  const other = all.find((each) => each !== rule && rule.ending !== undefined && meet(rule, each))
  return other === undefined
    ? undefined
    : `it also matches ${pathOf(other)}; expected feeds that do not lie in the archives of others`
}

const tooLong = `Cloudflare reads lines of at most ${longestLine} characters; expected a shorter one`

function linkFault(link: string): string | undefined {
  if (link.includes(','))
    return 'Netlify puts a space behind each comma; expected an address without'
  return link.length > longestLine - 'Link: '.length ? tooLong : undefined
}

/** Whether a path that `pages` matches may be another rule's too; a `*` takes slashes as well. */
function meet(pages: HostRule, other: HostRule): boolean {
  const ending = pages.ending ?? ''
  if (other.ending === undefined) {
    return other.pathname.startsWith(pages.pathname) && other.pathname.endsWith(ending)
  }
  const isWithin = other.pathname.startsWith(pages.pathname)
  return isWithin && (other.ending.endsWith(ending) || ending.endsWith(other.ending))
}
