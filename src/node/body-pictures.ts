/** The pictures of an HTML text. */
import { Parser } from 'htmlparser2'

/** The addresses of all `img` in a text, as they are written, each once. */
export function pictureAddresses(html: string): readonly string[] {
  const addresses = new Set<string>()
  const parser = new Parser({
    onopentag: (name, { src = '' }) => {
      if (name === 'img' && src !== '') addresses.add(src)
    },
  })
  parser.end(html)
  return [...addresses]
}
