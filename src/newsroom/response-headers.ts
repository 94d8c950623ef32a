/** What goes along with a document in HTTP, whoever serves it: the handler, or a host that is told in a file. */
import { servedType, type DocumentFormat } from './media-types.js'

/** For how many seconds a document may be kept, unless somebody says otherwise. */
export const usualMaxAge = 300

/** The value of `Content-Type`. All documents are in UTF-8. */
export function contentType(format: DocumentFormat, isStyled: boolean): string {
  return `${servedType(format, isStyled)}; charset=utf-8`
}

/** The value of `Cache-Control`. */
export function cacheControl(maxAgeInSeconds: number): string {
  return `public, max-age=${maxAgeInSeconds}, must-revalidate`
}

/** The links of a feed, one a value of `Link`: to subscribe with the headers alone (WebSub, section 4). */
export function feedLinks(url: string, hubs: readonly string[]): readonly string[] {
  return [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${url}>; rel="self"`]
}
