/** Every attack, each once. */
import { addresses } from './addresses.js'
import { foreign } from './foreign.js'
import { frames } from './frames.js'
import { handlers } from './handlers.js'
import { markup } from './markup.js'
import type { Payload } from './payload.js'

export type { Payload } from './payload.js'

const all = [...handlers, ...addresses, ...foreign, ...markup, ...frames]

/** The corpus. */
export const payloads: readonly Payload[] = [
  ...new Map(all.map((payload) => [payload.html, payload])).values(),
]
