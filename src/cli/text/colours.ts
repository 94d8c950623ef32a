/** Colours of the terminal, and when there are none. */
import picocolors from 'picocolors'
import type { Output, Surroundings } from '../surroundings.js'

/** Functions that put a colour around a text, or return it as it is. */
export type Colours = ReturnType<typeof picocolors.createColors>

/** Colours for a stream: on a terminal only; NO_COLOR turns them off, FORCE_COLOR on. */
export function coloursFor(output: Output, env: Surroundings['env']): Colours {
  return picocolors.createColors(wantsColours(output, env))
}

function wantsColours({ isTTY }: Output, env: Surroundings['env']): boolean {
  if (env['NO_COLOR']) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return isTTY === true && env['TERM'] !== 'dumb'
}
