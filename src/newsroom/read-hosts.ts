/** The hosts whose files a build writes. */
import { show } from '../create-feed/findings.js'
import { nearest } from '../create-feed/nearest.js'
import { readEach, type Context } from '../create-feed/read-values.js'
import type { HostWithFile } from './definition.js'
import { hostFileNames, hostNames } from './host-names.js'
import type { NewsroomShape } from './schema.js'

/** Reads one name or several, each once. */
export function readHosts(
  value: NewsroomShape['hosts'],
  context: Context,
): readonly HostWithFile[] {
  const list =
    typeof value === 'string'
      ? [readHost(value, 'hosts', context)]
      : readEach(value, 'hosts', (name, path) => readHost(name, path, context))
  return [...new Set(list)].filter((host) => host !== undefined)
}

function readHost(given: string, path: string, { findings }: Context): HostWithFile | undefined {
  const name = given.trim()
  if (name === '') return undefined
  if (isWithFile(name)) return name
  const message =
    name === 'nginx'
      ? 'nginx reads no file in the output folder: expected what `pressfeed headers nginx` prints in its configuration'
      : `Unknown host ${show(given)}: ${hint(name)}expected one of ${Object.keys(hostFileNames).join(', ')}`
  findings.add('invalid-value', path, message)
  return undefined
}

function isWithFile(name: string): name is HostWithFile {
  return Object.hasOwn(hostFileNames, name)
}

function hint(name: string): string {
  const meant = nearest(name, hostNames)
  return meant === undefined ? '' : `did you mean "${meant}"? `
}
