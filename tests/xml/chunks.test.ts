import { expect, it } from 'vitest'
import {
  documentChunks,
  nothing,
  parentElement,
  textElement,
  xmlDocument,
} from '../../src/xml/markup.js'

it.each([undefined, 'https://newsroom.example/a.css?b&c'])(
  'chunks are the document that its tree gives, with the stylesheet %s',
  (stylesheet) => {
    const attributes = { version: '2.0', lang: undefined }
    const head = [textElement('title', 'R&D'), nothing]
    const items = ['a', 'b'].map((text) => textElement('item', text))
    const channel = parentElement(1, 'channel', undefined, [...head, ...items])
    const whole = xmlDocument(parentElement(0, 'rss', attributes, [channel]), stylesheet)
    const parents = [{ name: 'rss', attributes }, { name: 'channel' }]
    const chunks = [
      ...documentChunks(
        parents,
        head,
        items.map((item) => () => item),
        stylesheet,
      ),
    ]
    expect(chunks.join('')).toBe(whole)
    expect(chunks).toHaveLength(4)
  },
)
