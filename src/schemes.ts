/** Vocabularies of subjects that are known by name: their addresses, as they have them of themselves. */

/** By short name. */
export const schemes = {
  /** IPTC Media Topics. */
  medtop: 'http://cv.iptc.org/newscodes/mediatopic/',
  /** Securities by number (ISO 6166), which have a name of the ISO and no page (RFC 5141). */
  isin: 'urn:iso:std:iso:6166',
  /** Securities at an exchange: the property of schema.org that is defined as exchange and symbol. */
  ticker: 'https://schema.org/tickerSymbol',
} as const
