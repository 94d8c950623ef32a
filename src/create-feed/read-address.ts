/** Addresses of the input: each either absolute and in ASCII, or absent with a finding that says why. */
import { campaignParameters, resolveAddress, suspectAddress } from '../url.js'
import { show } from './findings.js'
import { missing, readCarriable, type Context, type Given } from './read-values.js'

/** An absolute address in ASCII. */
export function readAddress(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string | undefined {
  const { findings } = context
  const given = readCarriable(value, path, context)
  if (given === undefined) return undefined
  const { href, fault } = resolveAddress(given, base)
  const suspect = suspectAddress(given)
  if (href === undefined || suspect === 'mistyped') {
    const code = fault ?? 'invalid-address'
    findings.add(code, path, `Cannot use address ${show(value)}: ${addressWanted[code]}`)
    return undefined
  }
  if (suspect !== undefined) {
    const wanted = suspect === 'host' ? 'https:// before a host' : '& in place of &amp;'
    findings.add(
      'suspect-address',
      path,
      `Read ${show(given)} as ${show(href)}: expected ${wanted}`,
    )
  }
  return href
}

const addressWanted = {
  'invalid-address': 'expected one such as https://office.example/page',
  'relative-address': 'expected a whole one, such as https://office.example/page',
  'address-scheme': 'expected http or https',
} as const

/** As {@link readAddress}, but a finding when absent. */
export function requireAddress(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string {
  const href = readAddress(value, path, base, context)
  return href ?? missing(path, 'an http or https address', context)
}

/** The address of a page. Campaign parameters are kept, and reported (rule R-23). */
export function requireLink(
  value: Given<string>,
  path: string,
  base: string | undefined,
  context: Context,
): string {
  const href = requireAddress(value, path, base, context)
  const [parameter] = campaignParameters(href)
  if (parameter !== undefined) {
    const message = `The link carries ${show(parameter)}: expected the page's canonical address`
    context.findings.add('campaign-parameters', path, message)
  }
  return href
}
