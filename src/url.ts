/** Addresses: read by the WHATWG URL standard, written in ASCII. */

/** Why an address cannot be used. */
export type AddressFault = 'invalid-address' | 'relative-address' | 'address-scheme'

/** A usable address in ASCII, or why there is none. */
export type Address =
  | { readonly href: string; readonly fault?: never }
  | { readonly href?: never; readonly fault: AddressFault }

/** Schemes of a page or file that anybody can fetch. */
export const webSchemes: ReadonlySet<string> = new Set(['http:', 'https:'])

/**
 * Resolves an address against a base and writes it as feeds need it: absolute, ASCII, percent-encoded,
 * host in lower case and IDNA (rule R-13). Query and fragment are kept as they are.
 */
export function resolveAddress(
  value: string,
  base: string | undefined,
  schemes: ReadonlySet<string> = webSchemes,
): Address {
  const text = value.trim()
  const url = parse(text, base)
  if (url === undefined) {
    const relative = text !== '' && base === undefined && parse(text, 'http://base.invalid/')
    return { fault: relative ? 'relative-address' : 'invalid-address' }
  }
  if (!schemes.has(url.protocol)) return { fault: 'address-scheme' }
  return { href: toAscii(url) }
}

function parse(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

// The URL standard leaves characters as they are that RFC 3986 has no place for, and stray percent signs.
const notInRfc3986 = /[^!#$%&'()*+,/:;=?@[\]\w.~-]|%(?![0-9A-Fa-f]{2})/g

function toAscii(url: URL): string {
  // Square brackets belong to an IPv6 host only.
  const start = url.href.indexOf(url.host) + url.host.length
  const rest = url.href.slice(start).replace(/[[\]]/g, encodeURIComponent)
  const second = rest.indexOf('#') + 1
  const fragment =
    second === 0 ? rest : rest.slice(0, second) + rest.slice(second).replace(/#/g, '%23')
  return (url.href.slice(0, start) + fragment).replace(notInRfc3986, encodeURIComponent)
}

// What cannot be meant as a relative address: a scheme that lost or changed a character, a host alone,
// brackets of text, a path of Windows.
const mistyped = /^(?:https?[:;/]+(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]|$)|www\.|<|\\)/i
// Control characters, and marks that come along unseen when text is copied. Persian words need U+200C.
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u
// A first part with a dot and a path behind it may be a folder, but is more often a host.
const hostLike = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\//i

/** What is wrong with an address that could be resolved, but was hardly meant so. */
export function suspectAddress(value: string): 'mistyped' | 'host' | 'entity' | undefined {
  const text = value.trim()
  if (unseen.test(text)) return 'mistyped'
  const whole = /^https?:\/\/[^/]/i.test(text)
  if (!whole && mistyped.test(text)) return 'mistyped'
  if (!whole && hostLike.test(text)) return 'host'
  return text.includes('&amp;') ? 'entity' : undefined
}

const campaign =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|yclid|igshid|_hs(enc|mi)|mkt_tok)$/i

/** Names of the campaign parameters in an absolute address (rule R-23). */
export function campaignParameters(href: string): readonly string[] {
  return href.includes('?')
    ? [...new URL(href).searchParams.keys()].filter((name) => campaign.test(name))
    : []
}

/** The last part of the path, decoded where it can be: `photo.jpg`. For messages and media types. */
export function fileName(href: string): string {
  return new URL(href).pathname.split('/').pop() ?? ''
}

// RFC 3986: percent signs only before two hexadecimal digits, one fragment, brackets around a host only.
const uri =
  /^[a-z][a-z0-9+.-]*:(?=.)(?:\/\/[^/?#[\]]*\[[0-9a-f:.]+\])?(?:[!$&'()*+,/:;=?@\w.~-]|%[0-9a-f]{2})*(?:#(?:[!$&'()*+,/:;=?@\w.~-]|%[0-9a-f]{2})*)?$/i
const urn = /^urn:(?!urn:)[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:./i

/** Whether a text is a URI in ASCII (RFC 3986) with something after its scheme; of urn: as RFC 8141 has it. */
export function isUri(value: string): boolean {
  return uri.test(value) && (!/^urn:/i.test(value) || urn.test(value))
}
