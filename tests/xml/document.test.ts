import { expect, it } from 'vitest'
import { FeedError } from '../../src/issue.js'
import { cdata, escapeAttribute, escapeText } from '../../src/xml/escape.js'
import { emptyElement, xmlDocument } from '../../src/xml/markup.js'

// Associating Style Sheets with XML documents 1.0, section 4: the instruction stands before the root.
it('names its stylesheet between the declaration and the root', () => {
  expect(xmlDocument(emptyElement('feed', {}), 'https://newsroom.example/feed.css')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      '<?xml-stylesheet type="text/css" href="https://newsroom.example/feed.css"?>\n' +
      '<feed/>\n',
  )
  expect(xmlDocument(emptyElement('feed', {}), 'https://newsroom.example/"<')).toContain(
    ' href="https://newsroom.example/&quot;&lt;"?>\n<feed/>',
  )
})

it('a character that XML cannot carry is an error of no field, with the code of such characters', () => {
  for (const write of [escapeText, escapeAttribute, cdata]) {
    const thrown = caught(() => write('Ministère de l’Économie et\u0007 de l’Industrie'))
    expect(thrown.issues).toEqual([
      expect.objectContaining({
        code: 'illegal-character',
        path: '',
        message: 'Cannot write U+0007 after "ère de l’Économie et": no feed can carry it',
      }),
    ])
  }
})

function caught(run: () => unknown): FeedError {
  try {
    run()
  } catch (error) {
    if (error instanceof FeedError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
