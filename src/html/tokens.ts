import { Tokenizer } from 'htmlparser2'

/** What {@link readTokens} calls, in the order of the document. A tag stands in the HTML from `start` to `end`. */
export interface TokenReader {
  /** A start tag. Names are in lower case; of an attribute given twice the first counts. */
  open(
    name: string,
    attributes: ReadonlyMap<string, string>,
    selfClosing: boolean,
    start: number,
    end: number,
  ): void
  /** An end tag. */
  close(name: string, start: number, end: number): void
  /** Text with its entities decoded, as long as it goes. Never empty. */
  text(text: string): void
  /** Something that browsers do not show either. */
  lost?(kind: 'unfinished tag' | 'unclosed comment' | 'CDATA section'): void
}

const none: ReadonlyMap<string, string> = new Map()

/**
 * Reads HTML as tokens. Comments and declarations are left out.
 *
 * It takes htmlparser2's Tokenizer and not its Parser, whose stack of open elements takes time that grows
 * with the square of the depth: 200 000 nested tags take it 15 seconds.
 */
export function readTokens(html: string, reader: TokenReader): void {
  let text = ''
  let name = ''
  let attribute = ''
  let value = ''
  let attributes: Map<string, string> | undefined
  let tagStart = 0
  let reached = 0

  const addText = (more: string, end: number): void => {
    text += more
    reached = end
  }
  const flush = (): void => {
    if (text === '') return
    const whole = text
    text = ''
    reader.text(whole)
  }
  const endOpenTag = (end: number, selfClosing: boolean): void => {
    reached = end + 1
    reader.open(name, attributes ?? none, selfClosing, tagStart, reached)
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        // At the end of the input the Tokenizer reports a half tag such as `</p ` from -1 on.
        if (start >= 0) addText(html.slice(start, end), end)
      },
      ontextentity(codePoint, end) {
        addText(String.fromCodePoint(codePoint), end)
      },
      onopentagname(start, end) {
        flush()
        tagStart = start - 1
        name = html.slice(start, end).toLowerCase()
        attributes = undefined
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += html.slice(start, end)
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        attributes ??= new Map()
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend(end) {
        endOpenTag(end, false)
      },
      onselfclosingtag(end) {
        endOpenTag(end, true)
      },
      onclosetag(start, end) {
        flush()
        const close = html.indexOf('>', end)
        reached = close < 0 ? start : close + 1
        if (close >= 0) reader.close(html.slice(start, end).toLowerCase(), start - 2, reached)
      },
      oncomment(_start, end, offset) {
        reached = end + 1
        if (offset === 0 && end === html.length) reader.lost?.('unclosed comment')
      },
      oncdata(_start, end) {
        reached = end + 1
        reader.lost?.('CDATA section')
      },
      ondeclaration(_start, end) {
        reached = end + 1
      },
      onprocessinginstruction(_start, end) {
        reached = end + 1
      },
      onend() {
        flush()
        if (reached < html.length) reader.lost?.('unfinished tag')
      },
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
