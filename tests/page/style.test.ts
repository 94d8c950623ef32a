import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { script, scriptDigest } from '../../src/page/script.js'
import { style, styleDigest } from '../../src/page/style.js'
import { attribute, named, newsroomOf, pageText, read, textOf } from './made.js'

const digestOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** The value of a colour in one scheme, as the style has it. */
function colours(scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const [, light = '', dark = ''] =
    /^:root\{([^}]*)\}@media\(prefers-color-scheme:dark\)\{:root\{([^}]*)\}\}/.exec(style) ?? []
  const found = [...(scheme === 'light' ? light : dark).matchAll(/--(\w+):var\(--[\w-]+,(#\w+)\)/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('the policy of a page', () => {
  it('has the digests of the style and the script that stand in it', async () => {
    expect(styleDigest).toBe(digestOf(style))
    expect(scriptDigest).toBe(digestOf(script))
    const { all } = read(await pageText(newsroomOf([])))
    const content = named(all, 'meta').map((meta) => attribute(meta, 'content') ?? '')
    const [policy = ''] = content.filter((each) => each.startsWith('default-src'))
    for (const name of ['style', 'script']) {
      const [element, ...others] = named(all, name)
      expect(others).toEqual([])
      expect(policy).toContain(`${name}-src '${digestOf(textOf(element))}'`)
    }
  })

  it('lets in a stylesheet of the newsroom’s own, with its fonts, and nothing else of that host', async () => {
    const pages = [{ path: '/index.html', stylesheet: 'https://static.example/press.css?v=1' }]
    const html = await pageText(newsroomOf([], { pages }))
    const links = named(read(html).all, 'link').map((link) => attribute(link, 'href'))
    expect(links.at(-1)).toBe('https://static.example/press.css?v=1')
    // It comes after ours, so that it can change it.
    expect(html.indexOf('press.css')).toBeGreaterThan(html.indexOf('</style>'))
    expect(html).toContain(
      `style-src '${styleDigest}' https://static.example; font-src https://static.example; `,
    )
    expect(html).not.toMatch(/script-src[^;]*static\.example/)
  })
})

describe('the colours', () => {
  const texts = ['fg', 'dim', 'accent']

  it.each(['light', 'dark'] as const)('have contrast enough in the %s scheme', (scheme) => {
    const { note = '', soft = '', bg = '', ...others } = colours(scheme)
    expect(Object.keys(others).sort()).toEqual(['accent', 'dim', 'fg', 'line'])
    for (const name of texts) {
      for (const ground of [bg, soft]) {
        expect([name, ground, contrast(others[name] ?? '', ground) >= 4.5]).toEqual([
          name,
          ground,
          true,
        ])
      }
    }
    expect(contrast(others['fg'] ?? '', note)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(others['accent'] ?? '', note)).toBeGreaterThanOrEqual(4.5)
  })

  it('would be found too weak', () => {
    expect(contrast('#777', '#fff')).toBeLessThan(4.5)
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21)
  })
})

describe('the properties to change', () => {
  const inStyle = [...new Set(style.match(/--pressfeed-[\w-]+/g))].sort()

  it('are those that the documentation lists, with their defaults', () => {
    const docs = readFileSync('docs/people.md', 'utf8')
    const rows = [...docs.matchAll(/^\| `(--pressfeed-[\w-]+)` +\|[^|]*\| (.*?) +\|$/gm)]
    expect(rows.map(([, name]) => name).sort()).toEqual(inStyle)
    expect(inStyle.length).toBeGreaterThan(6)
    for (const [, name = '', defaults = ''] of rows) {
      for (const [, value = ''] of defaults.matchAll(/`([^`]+)`/g)) {
        expect(style).toContain(`var(${name},${value})`)
      }
    }
  })
})

it('the style brings nothing from elsewhere and the script asks for nothing', () => {
  expect(style).not.toMatch(/url\(|@import|https?:/)
  expect(script).not.toMatch(/fetch|XMLHttp|import|https?:|innerHTML|eval/)
  expect(script + style).not.toMatch(/<\//)
})
