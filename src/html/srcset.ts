/** `srcset`: several sizes of one picture. HTML standard, section 4.8.4.2.1. */

/** One of the sizes. The descriptor is `640w`, `2x` or empty. */
export interface Candidate {
  readonly url: string
  readonly descriptor: string
}

/** Reads a `srcset`. Addresses may hold commas; candidates with another descriptor are left out. */
export function parseSrcset(value: string): readonly Candidate[] {
  const candidates: Candidate[] = []
  // An address reaches to the next white space, so a comma within it belongs to it.
  const address = /[\s,]*([^\s,]\S*)/y
  const rest = /[^,]*/y
  for (let at = 0; ;) {
    address.lastIndex = at
    const found = address.exec(value)?.[1]
    if (found === undefined) return candidates
    at = address.lastIndex
    const url = withoutCommas(found)
    let descriptor = ''
    if (url === found) {
      rest.lastIndex = at
      descriptor = rest.exec(value)?.[0].trim() ?? ''
      at = rest.lastIndex
    }
    if (/^(|\d{1,9}w|\d{1,9}(\.\d{1,9})?x)$/.test(descriptor)) candidates.push({ url, descriptor })
  }
}

function withoutCommas(url: string): string {
  let end = url.length
  while (url[end - 1] === ',') end -= 1
  return url.slice(0, end)
}

/** Writes a `srcset` of absolute addresses. A comma at the end of one would be read as a separator. */
export function writeSrcset(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ url, descriptor }) => `${url.replace(/,$/, '%2C')} ${descriptor}`.trim())
    .join(', ')
}

/** The address of the largest size, or `undefined` if there is none. */
export function largest(candidates: readonly Candidate[]): string | undefined {
  return [...candidates].sort((a, b) => weight(b) - weight(a))[0]?.url
}

// A width always outweighs a density: `2x` is of unknown width.
function weight({ descriptor }: Candidate): number {
  return (parseFloat(descriptor) || 1) * (descriptor.endsWith('w') ? 1000 : 1)
}
