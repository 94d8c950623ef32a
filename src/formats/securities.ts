/** Subjects that name a security. */
import type { Subject } from '../model/feed.js'
import { schemes } from '../schemes.js'

/** What a code says of a security: `XPAR` and `TTE`. */
export interface Security {
  /** Absent when the code names none, as an ISIN does. */
  readonly exchange: string | undefined
  readonly symbol: string
}

/** The security that a subject names; `undefined` when it is of another scheme. */
export function readSecurity({ scheme, code }: Subject): Security | undefined {
  if (scheme === schemes.isin) return { exchange: undefined, symbol: code }
  if (scheme !== schemes.ticker) return undefined
  const [, exchange, symbol] = /^([^:]+):(.+)$/s.exec(code) ?? []
  return symbol === undefined ? { exchange: undefined, symbol: code } : { exchange, symbol }
}
