/** What a person sees of a body in HTML, by an HTML parser that is not ours. */
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import type { Shown } from './reader.js'

type Node = DefaultTreeAdapterMap['node']

const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/
const unseen = /^(head|script|style|template|title|#comment)$/

/** The text, a line a block, and the pictures. */
export function shownHtml(html: string): Shown {
  const pictures: string[] = []
  const text = textOf(parse(html), pictures)
  return { text: text.replace(/\n\s*\n/g, '\n').trim(), pictures }
}

function textOf(node: Node, pictures: string[]): string {
  if ('value' in node) return node.value.replace(/\s+/g, ' ')
  if (!('childNodes' in node) || unseen.test(node.nodeName)) return ''
  if ('attrs' in node && node.nodeName === 'img') {
    pictures.push(attribute(node, 'src') ?? '')
  }
  const text = node.childNodes.map((child) => textOf(child, pictures)).join('')
  return inline.test(node.nodeName) ? text : `\n${text}\n`
}

function attribute(node: DefaultTreeAdapterMap['element'], name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value
}

/** Whether each block of a body has a direction of its own, or one around it. */
export function isRightToLeft(html: string): boolean {
  const blocks = blocksOf(parse(html), false)
  return blocks.length > 0 && blocks.every(Boolean)
}

function blocksOf(node: Node, isInside: boolean): readonly boolean[] {
  if ('value' in node) return node.value.trim() === '' ? [] : [isInside]
  if (!('childNodes' in node)) return []
  const direction = 'attrs' in node ? attribute(node, 'dir') : undefined
  const isNow = direction === undefined ? isInside : direction === 'rtl'
  return node.childNodes.flatMap((child) => blocksOf(child, isNow))
}
