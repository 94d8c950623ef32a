/** Where a document stands: a path in the output folder, and its address on the site. */
import { show } from '../create-feed/findings.js'
import type { Context } from '../create-feed/read-values.js'
import { nameFault, privateFault } from './file-names.js'
import type { Place } from './plan.js'

// What an address would cut off or decode, and what would change how a message is shown.
const unusable = /[#%\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]|^ /u

/** Reads a path such as `/fr/atom.xml`. What leads out of the output folder is refused. */
export function readPlace(
  value: string | null | undefined,
  where: string,
  site: string,
  { findings }: Context,
  example = '/rss.xml',
): Place | undefined {
  const given = (value ?? '').trim()
  if (given === '') {
    if (!findings.refused(where)) {
      findings.add('missing-field', where, `No path: expected a file name such as ${example}`)
    }
    return undefined
  }
  const segments = given.replace(/^\//, '').split('/')
  if (segments.includes('..') || /^[a-z]:|^[\\/]{2}/i.test(given) || given.includes('\\')) {
    const message = `Cannot write to ${show(given)}: expected a path inside the output folder, such as ${example}`
    findings.add('outside-folder', where, message)
    return undefined
  }
  const isUsable = segments.every((name) => nameFault(name) === undefined && !unusable.test(name))
  if (!isUsable || privateFault(segments[0] ?? '') !== undefined) {
    const message = `Cannot write to ${show(given)}: expected a file name such as ${example} or /fr${example}`
    findings.add('invalid-value', where, message)
    return undefined
  }
  return placeAt(segments.join('/'), site)
}

/** The place of a path that is known to be usable. */
export function placeAt(path: string, site: string): Place {
  return { path, url: new URL(path.split('/').map(encodeURIComponent).join('/'), site).href }
}
