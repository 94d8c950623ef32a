/** Subjects that name a security. */
import type { Subject } from '../model/feed.js'

/** The scheme of shares at an exchange; its codes are such as `XPAR:TTE`. */
export const tickerScheme = 'https://schema.org/tickerSymbol'
/** The scheme of ISIN; its codes are such as `FR0000120271`. */
export const isinScheme = 'urn:iso:std:iso:6166'

/** What a code says of a security: `XPAR` and `TTE`. */
export interface Security {
  /** Absent when the code names none, as an ISIN does. */
  readonly exchange: string | undefined
  readonly symbol: string
}

/** The security that a subject names; `undefined` when it is of another scheme. */
export function readSecurity({ scheme, code }: Subject): Security | undefined {
  if (scheme === isinScheme) return { exchange: undefined, symbol: code }
  if (scheme !== tickerScheme) return undefined
  const [, exchange, symbol] = /^([^:]+):(.+)$/s.exec(code) ?? []
  return symbol === undefined ? { exchange: undefined, symbol: code } : { exchange, symbol }
}
