/** When a feed changed last, by what it says of itself. */
import { secondFrom, type Instant } from '../date.js'

/**
 * The time of the last change in an RSS or Atom document; `undefined` if it does not say one that can be read. JSON
 * Feed has no place for it. Looks only at the beginning: ours have it before the first item, and in Atom an
 * entry has one of its own.
 */
export function readLastChange(text: string): Instant | undefined {
  const head = text.slice(0, 20_000).split(/<(?:item|entry)[\s>]/, 1)[0] ?? ''
  const [, written = ''] = /<(?:lastBuildDate|updated)>([^<]*)</.exec(head) ?? []
  // Without a zone it would be read in that of this machine.
  if (!/(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2})\s*$/.test(written)) return undefined
  const time = Date.parse(written)
  return Number.isNaN(time) ? undefined : secondFrom(Math.floor(time / 1000) * 1000)
}
