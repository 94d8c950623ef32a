import { trimEnds } from './settle.js'
import { element, isNamed, textOf, type Element, type Node } from './tree.js'

/** The words of a record on a picture, in plain text. */
export interface Words {
  readonly caption?: string | undefined
  readonly credit?: string | undefined
  /** The credit as it is shown. Default: the credit. */
  readonly creditLine?: string | undefined
}

/** The `figcaption` of a record's own words: none when it has neither caption nor credit. */
export function ownCaption({ caption, credit, creditLine = credit }: Words): readonly Element[] {
  const line: Node[] = []
  if (caption) line.push(caption)
  if (caption && creditLine) line.push(' ')
  if (creditLine) line.push(element('small', {}, [creditLine]))
  return line.length === 0 ? [] : [element('figcaption', {}, [element('p', {}, line)])]
}

/** A body's `figcaption`, with the record's credit at the end unless it says it already. */
export function withCredit(
  figcaption: Element,
  { credit, creditLine = credit }: Pick<Words, 'credit' | 'creditLine'>,
): Element {
  if (!credit || normal(textOf([figcaption])).includes(normal(credit))) return figcaption
  const small = element('small', {}, [creditLine ?? ''])
  const last = figcaption.children.at(-1)
  const before = figcaption.children.slice(0, -1)
  const children = isNamed(last, 'p')
    ? [...before, { ...last, children: [...trimEnds(last.children), ' ', small] }]
    : [...figcaption.children, element('p', {}, [small])]
  return { ...figcaption, children }
}

/** Whether a body's caption and the record's words are one: equal, or one within the other. */
export function sayTheSame(body: string, { caption, credit, creditLine }: Words): boolean {
  const said = normal(body)
  const isIn = (line: string | undefined) =>
    normal([caption, line].filter(Boolean).join(' ')).includes(said)
  return isIn(credit) || isIn(creditLine) || said.includes(normal(caption ?? ''))
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
