import { Tokenizer } from 'htmlparser2'

/** Attributes by their names as written; of one given twice the first counts. */
export type XmlAttributes = ReadonlyMap<string, string>

/** What {@link readXml} calls, in the order of the document. Names are as written, prefix included. */
export interface XmlReader {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  /** A piece of text, entities decoded, CDATA sections included. */
  text(text: string): void
}

/**
 * Reads XML as tokens, however broken it is, by htmlparser2's Tokenizer. Its Parser keeps a stack of open elements that takes
 * time that grows with the square of the depth.
 */
export function readXml(xml: string, reader: XmlReader): void {
  let name = ''
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const slice = (start: number, end: number): string => xml.slice(Math.max(0, start), end)
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext(start, end) {
        // At the end of the input the Tokenizer reports a half tag from -1 on.
        if (start >= 0) reader.text(slice(start, end))
      },
      ontextentity(codePoint) {
        reader.text(String.fromCodePoint(codePoint))
      },
      oncdata(start, end, offset) {
        reader.text(slice(start, end - offset))
      },
      onopentagname(start, end) {
        name = slice(start, end)
        attributes = new Map()
      },
      onattribname(start, end) {
        attribute = slice(start, end)
        value = ''
      },
      onattribdata(start, end) {
        value += slice(start, end)
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend() {
        reader.open(name, attributes)
      },
      onselfclosingtag() {
        reader.open(name, attributes)
        reader.close(name)
      },
      onclosetag(start, end) {
        reader.close(slice(start, end))
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
}
