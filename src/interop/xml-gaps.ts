/**
 * Places where version 6 of `feed` writes text that is not XML, and what to hand it instead. Each is
 * needed only for the characters named; all other text passes as it is.
 */

/**
 * For titles, summaries and content. `feed` splits only the first `]]>` of a CDATA section; the others
 * are handed over as `]]&gt;`, which readers of HTML show as what was meant.
 */
export function forCdata(text: string): string {
  const end = text.indexOf(']]>') + 3
  return end === 2 ? text : text.slice(0, end) + text.slice(end).replaceAll(']]>', ']]&gt;')
}

/**
 * For titles of files and domains of categories, which `feed` writes into attributes with only the
 * quotation marks escaped. {@link fromAttribute} is the way back.
 */
export function forAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** What readers saw of a text in such an attribute. */
export function fromAttribute(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

/**
 * For keywords, which `feed` writes into attributes in Atom with `&` escaped and `<` not: no spelling of
 * `<` comes through in all three formats, so the full-width sign U+FF1C stands in.
 */
export function forKeyword(text: string): string {
  return text.replaceAll('<', '\uFF1C')
}
