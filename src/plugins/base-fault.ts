/** Whether a site and its newsroom agree on where they are. */
import type { Newsroom } from '../newsroom/definition.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'

/**
 * What is wrong, as a sentence, if a tool's output folder is served below another path than the newsroom says.
 *
 * @param base the path at which the tool has its output folder served: `/press/`. Relative ones and those of another
 *   host, which are for scripts and styles, say nothing
 */
export function baseFault(newsroom: Newsroom, base: string): string | undefined {
  const { site } = readNewsroom(newsroom, '1970-01-01')
  const { pathname, origin } = new URL(site)
  if (!base.startsWith('/') || base.startsWith('//')) return undefined
  const path = base.endsWith('/') ? base : `${base}/`
  if (path === pathname) return undefined
  const wanted = `expected site: '${origin}${path}' in the newsroom`
  return `The feeds name ${site} as the site, but it is built for ${path}: ${wanted}, or another base here`
}
