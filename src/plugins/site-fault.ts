/** Whether a site and its newsroom agree on where they are. */
import type { Newsroom } from '../newsroom/definition.js'
import { readNewsroom } from '../newsroom/read-newsroom.js'

/**
 * What is wrong, as a sentence, if a tool's output folder is served at another address than the newsroom says.
 *
 * @param base the path at which the tool has its output folder served: `/press/`. Relative ones and those of another
 *   host, which are for scripts and styles, say nothing
 * @param host an address of the site, if the tool knows it; its path does not count
 */
export function siteFault(newsroom: Newsroom, base: string, host?: string): string | undefined {
  const { site } = readNewsroom(newsroom, '1970-01-01')
  if (!base.startsWith('/') || base.startsWith('//')) return undefined
  const { origin } = new URL(host ?? site)
  const served = new URL(base.endsWith('/') ? base : `${base}/`, origin).href
  if (served === site) return undefined
  const wanted = `expected site: '${served}' in the newsroom`
  return `The feeds name ${site} as the site, but it is built for ${served}: ${wanted}, or another address here`
}
