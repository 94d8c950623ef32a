import { resolveAddress } from '../url.js'
import { cleanAddress, cleanAttributes, cleanSources, type Surroundings } from './attributes.js'
import { largest, writeSrcset } from './srcset.js'
import { element, type Element } from './tree.js'

// Where scripts that load pictures late keep the address.
const lateSources = ['data-src', 'data-original', 'data-lazy-src'] as const
const lateSets = ['data-srcset', 'data-lazy-srcset'] as const

/**
 * The picture of an `img`, or `undefined` when none of its addresses can be used (then that is counted).
 * Its own address wins, then that of a late-loading script, then the largest of `srcset` and of the
 * sources of the `picture` around it.
 */
export function readImage(
  raw: ReadonlyMap<string, string>,
  pictureSources: readonly string[],
  surroundings: Surroundings,
): Element | undefined {
  const given = (raw.get('src') ?? '').trim()
  const own = given === '' || /^data:/i.test(given) ? undefined : cleanAddress(given, surroundings)
  const late = lateSources.flatMap((name) => {
    const value = raw.get(name)?.trim()
    const href = value ? resolveAddress(value, surroundings.base).href : undefined
    return href === undefined ? [] : [href]
  })
  const sets = ['srcset', ...lateSets].map((name) =>
    cleanSources(raw.get(name) ?? '', surroundings),
  )
  const around = cleanSources(pictureSources.join(', '), surroundings)
  const candidates = [...sets.flat(), ...around]
  const src = own ?? late[0] ?? largest(sets.flat()) ?? largest(around)
  if (src === undefined) {
    if (given === '') surroundings.tally.add('picture')
    else if (/^data:/i.test(given)) surroundings.tally.add('embedded picture')
    return undefined
  }
  const [ownSet = []] = sets
  const checked = new Map(raw).set('srcset', writeSrcset(ownSet))
  checked.delete('src')
  const { srcset, sizes, ...others } = cleanAttributes('img', checked, surroundings)
  const attributes = {
    src,
    ...(srcset === undefined ? {} : { srcset }),
    ...(srcset === undefined || sizes === undefined ? {} : { sizes }),
    alt: '',
    ...others,
  }
  const shows = [...new Set([src, ...late, ...candidates.map(({ url }) => url)])]
  return { ...element('img', attributes), shows }
}

/** Whether nobody is meant to see it: both sides 0 or 1, `hidden`, or hidden by its inline style. */
export function isHidden(raw: ReadonlyMap<string, string>): boolean {
  if (raw.has('hidden')) return true
  const style = readStyle(raw.get('style'))
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden') return true
  return ['width', 'height'].every((side) =>
    /^[01](px)?$/.test(style.get(side) ?? (raw.get(side) ?? '').trim()),
  )
}

function readStyle(style: string | undefined): ReadonlyMap<string, string> {
  const declarations = style === undefined ? [] : style.toLowerCase().split(';')
  return new Map(
    declarations.map((declaration) => {
      const [property = '', value = ''] = declaration.split(':')
      return [property.trim(), value.replace('!important', '').trim()]
    }),
  )
}
