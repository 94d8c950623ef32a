/** What the host of a newsroom is told, so that feeds are served as what they are. */
import { FeedError, issue, type Issue } from '../issue.js'
import type { Host, Newsroom } from './definition.js'
import { hostRules, type HostRule, type HostText } from './host-rules.js'
import { toApache } from './hosts/apache.js'
import { toNginx } from './hosts/nginx.js'
import { toUnderscoreHeaders } from './hosts/underscore-headers.js'
import { toVercelJson } from './hosts/vercel.js'
import type { Plan } from './plan.js'
import { readNewsroom } from './read-newsroom.js'

const writers: Readonly<Record<Host, (rules: readonly HostRule[]) => HostText>> = {
  netlify: (rules) => toUnderscoreHeaders(rules, false),
  cloudflare: (rules) => toUnderscoreHeaders(rules, true),
  vercel: toVercelJson,
  nginx: toNginx,
  apache: toApache,
}

/** What one host is told, and what it could not be told. */
export interface HostHeaders {
  readonly text: string
  readonly issues: readonly Issue[]
}

/**
 * What a host is told to serve a newsroom's feeds, their archive pages and their OPML with: the content type, `Link` with
 * hubs and self (WebSub, section 4), `Cache-Control` for five minutes, and access for readers on other sites. For
 * Netlify and Cloudflare a file `_headers`, for Vercel a `vercel.json`, for nginx and Apache lines of their configuration.
 *
 * Paths are those of the feeds' addresses, so the text belongs where the root of the site is configured. What a host
 * cannot be told stands as a comment at the end.
 *
 * @throws {FeedError} when the newsroom's feeds cannot be read
 */
export function hostHeaders(newsroom: Newsroom, host: Host): string {
  return readHostHeaders(newsroom, host).text
}

/** The same, with the findings. */
export function readHostHeaders(newsroom: Newsroom, host: Host): HostHeaders {
  const plan = readNewsroom(newsroom, '1970-01-01')
  if (plan.issues.some(({ severity }) => severity === 'error')) throw new FeedError(plan.issues)
  const { text, issues } = headersFor(host, plan)
  return { text, issues: [...plan.issues, ...issues] }
}

/** What a host is told of a newsroom that was read. */
export function headersFor(host: Host, plan: Plan): HostHeaders {
  const { text, left } = writers[host](hostRules(plan))
  const comments = left.map((sentence) => `# ${sentence}\n`)
  const issues = left.map((sentence) => issue('host-limits', 'feeds', sentence))
  return { text: text + (comments.length === 0 ? '' : `\n${comments.join('')}`), issues }
}
