/** Known addresses in documents, replaced by others: as each format writes them. */
import { escapeHtml } from '../html/escape.js'

/** The address that stands for another; `undefined` if it is to stay. */
export type Replacement = (url: string) => string | undefined

/** Replaces addresses in XML, and in HTML with attributes in double quotes. */
export function replaceInMarkup(text: string, replacement: Replacement): string {
  return text.replace(/https?:\/\/[^\s"<>]+/g, (found) => {
    // In a `srcset`, a comma follows the address.
    const written = found.replace(/(?<!,),+$/, '')
    const comma = found.slice(written.length)
    const whole = replacement(decoded(found))
    if (whole !== undefined) return escapeHtml(whole)
    const local = comma === '' ? undefined : replacement(decoded(written))
    return local === undefined ? found : escapeHtml(local) + comma
  })
}

/** Replaces addresses in a JSON feed. Text that is no JSON stays as it is. */
export function replaceInJson(text: string, replacement: Replacement): string {
  try {
    const value: unknown = JSON.parse(text, (name, member: unknown) => {
      if (typeof member !== 'string') return member
      return name === 'content_html'
        ? replaceInMarkup(member, replacement)
        : (replacement(member) ?? member)
    })
    return `${JSON.stringify(value)}\n`
  } catch {
    // Somebody else wrote it.
    return text
  }
}

// The characters that an address can have and that markup may write otherwise.
function decoded(text: string): string {
  return text
    .replace(/&(?:#36|#x24);/gi, '$$')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&(?:amp|#38|#x26);/gi, '&')
}
