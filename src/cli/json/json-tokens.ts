/** The tokens of a text in JSON (RFC 8259), with their places. */

/** One token. */
export interface JsonToken {
  /** Where it begins, in UTF-16 units. */
  readonly offset: number
  /** As written: `{`, `"title"`, `12`. Empty at the end of the text; `undefined` where none can be read. */
  readonly text: string | undefined
}

const space = /[ \t\r\n]*/y
const token =
  /[{}[\]:,]|"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

/** The tokens from a place on, up to the end or the first place where none can be read. */
export function* jsonTokens(text: string, start = 0): Generator<JsonToken, void> {
  let offset = start
  for (;;) {
    offset += matchAt(space, text, offset)?.length ?? 0
    const found = offset === text.length ? '' : matchAt(token, text, offset)
    yield { offset, text: found }
    if (found === undefined || found === '') return
    offset += found.length
  }
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}
