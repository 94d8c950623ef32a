import { fillText, type Words } from './words.js'

/**
 * A credit as it is shown: `Photo: Press office`. One that brings its own word ("Drawing: …", "© …", "Photo by …")
 * needs none.
 */
export function creditLine(credit: string, { credit: template }: Pick<Words, 'credit'>): string {
  const [label = ''] = template.toLowerCase().split(/[^\p{L}\p{M}]/u)
  const [first] = credit.toLowerCase().split(/[^\p{L}\p{M}]/u)
  const hasOwn = /[:：]|^\s*(?:©|\(c\))/i.test(credit) || (label !== '' && first === label)
  return hasOwn ? credit : fillText(template, { credit })
}
