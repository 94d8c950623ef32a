import { describe, expect, it } from 'vitest'
import { nameFault, nameKey, privateFault } from '../../src/newsroom/file-names.js'
import { readNewsroom } from '../../src/newsroom/read-newsroom.js'
import { pathFault } from '../../src/node/output-paths.js'

const head = {
  title: 'News',
  link: 'https://newsroom.example/',
  description: 'D',
  language: 'en',
  articles: [],
}

/** The codes with which a definition refuses a path. */
function codesOf(path: string): readonly string[] {
  const feeds = [{ format: 'rss' as const, path }]
  return readNewsroom({ ...head, feeds }, '2026-03-01').issues.map(({ code }) => code)
}

describe('a path that no build may write', () => {
  it.each([
    'conin$',
    'CONOUT$.xml',
    'com¹.xml',
    'fr/lpt³',
    'com0.xml',
    'aux .xml',
    'con. .xml',
    'CON.xml',
    'a.',
    'a /b',
    'a|b',
    'a\u0001b',
    'a\uD800b',
    'a//b',
    './a',
    '.pressfeed/lock',
    '.Pressfeed/lock',
    '.press\u200Cfeed/lock',
    'PRESSF~1/lock',
  ])('is refused by the definition as by the output folder: %j', (path) => {
    expect(pathFault(path)?.code).toBe('cannot-write')
    expect(codesOf(path)).toEqual(['invalid-value'])
  })

  it.each(['fr/rss#1.xml', '100%.xml', 'fr/ a.xml', 'a\u007Fb', 'a\u202Eb'])(
    'is refused by the definition alone if people cannot read its address: %j',
    (path) => {
      expect(pathFault(path)).toBeUndefined()
      expect(codesOf(path)).toEqual(['invalid-value'])
    },
  )

  it.each(['conx', 'content.xml', 'com10.xml', 'fr/.pressfeed.xml', 'fr/.pressfeed/x', "it's.xml"])(
    'is not this: %j',
    (path) => {
      expect(pathFault(path)).toBeUndefined()
      expect(codesOf(path)).toEqual([])
    },
  )
})

describe('a name', () => {
  it('says what is wrong with it', () => {
    const reasons = ['', 'a:b', 'a.', 'nul.xml'].map((name) => nameFault(name))
    expect(reasons.map((reason) => reason?.split(/[;,]/)[0])).toEqual([
      'a name in it is empty',
      'it has a character that file names cannot have',
      'a name ends in a dot or space',
      'Windows keeps that name for a device',
    ])
    expect(nameFault('rss.xml')).toBeUndefined()
    expect(privateFault('fr')).toBeUndefined()
    expect(privateFault('.PRESSFEED')).toMatch(/^pressfeed keeps its own files/)
  })

  it('is one with those that some file system takes for it', () => {
    expect(nameKey('E\u0301T\u200CE\u0301')).toBe(nameKey('été'))
    expect(nameKey('ete')).not.toBe(nameKey('été'))
  })
})
