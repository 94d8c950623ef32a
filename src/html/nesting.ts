/** Which element may stand in which, as data: the parts of lists, tables, figures and details. */

/** Where a part may stand. */
export interface PartRule {
  /** The parents, each with the elements that must be put between parent and part. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  /** Open elements that end when the part begins; all of them for `any`. */
  readonly ends: readonly string[] | 'any'
  /** Put around the part where no parent is open; without it the part is unwrapped. */
  readonly otherwise?: string
  /** Whether a parent takes only one. */
  readonly once?: true
}

const section: PartRule = { parents: new Map([['table', []]]), ends: 'any' }
const cell: PartRule = {
  parents: new Map([
    ['tr', []],
    ['thead', ['tr']],
    ['tbody', ['tr']],
    ['tfoot', ['tr']],
    ['table', ['tbody', 'tr']],
  ]),
  ends: 'any',
}
const term: PartRule = { parents: new Map([['dl', []]]), ends: ['dt', 'dd'], otherwise: 'dl' }

/** The rules of the parts. */
export const partRules: ReadonlyMap<string, PartRule> = new Map<string, PartRule>([
  [
    'li',
    {
      parents: new Map([
        ['ul', []],
        ['ol', []],
      ]),
      ends: ['li'],
      otherwise: 'ul',
    },
  ],
  ['dt', term],
  ['dd', term],
  ['figcaption', { parents: new Map([['figure', []]]), ends: [], once: true }],
  ['summary', { parents: new Map([['details', []]]), ends: [], once: true }],
  ['caption', { ...section, once: true }],
  ['colgroup', section],
  ['thead', section],
  ['tbody', section],
  ['tfoot', section],
  [
    'col',
    {
      parents: new Map([
        ['colgroup', []],
        ['table', ['colgroup']],
      ]),
      ends: 'any',
    },
  ],
  [
    'tr',
    {
      parents: new Map([
        ['thead', []],
        ['tbody', []],
        ['tfoot', []],
        ['table', ['tbody']],
      ]),
      ends: 'any',
    },
  ],
  ['td', cell],
  ['th', cell],
])

/** What is put around content that stands in an element that cannot hold it. */
export const impliedChild: ReadonlyMap<string, string> = new Map([
  ['ul', 'li'],
  ['ol', 'li'],
  ['dl', 'dd'],
  ['table', 'tbody'],
  ['thead', 'tr'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td'],
])

/** Elements that formatting begun inside does not leave, and that tags inside do not close. */
export const cells: ReadonlySet<string> = new Set(['td', 'th', 'caption'])

/** Formatting that goes on in the next block when it was not closed. HTML standard, section 13.2.4.3. */
export const formatting: ReadonlySet<string> = new Set([
  'a',
  'b',
  'code',
  'em',
  'i',
  's',
  'small',
  'strong',
  'u',
])

/** Whether an open element keeps an end tag inside it from closing what is outside. */
export function stopsEndTag(open: string, name: string): boolean {
  const rule = partRules.get(name)
  if (name === 'table') return false
  if (rule?.ends === 'any') return open === 'table'
  return cells.has(open) || (rule?.parents.has(open) ?? false)
}
