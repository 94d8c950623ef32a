import { describe, expect, it } from 'vitest'
import { hostHeaders, type Host } from 'pressfeed'
import { codeBlocksOf } from '../code-blocks.js'
import { head } from '../node/build-folder.js'

// The newsroom that docs/hosts.md speaks of.
const newsroom = {
  ...head,
  hub: 'https://hub.example/',
  articles: [],
  feeds: [{ format: 'rss', path: '/rss.xml', archive: true }],
} as const

describe('docs/hosts.md', () => {
  const blocks = codeBlocksOf('docs/hosts.md')

  it.each<[string, Host]>([
    ['text', 'netlify'],
    ['text', 'cloudflare'],
    ['json', 'vercel'],
    ['nginx', 'nginx'],
    ['apache', 'apache'],
  ])('shows as %s what %s is told', (language, host) => {
    const shown = blocks.filter((block) => block.language === language).map(({ code }) => code)
    expect(shown).toEqual([hostHeaders(newsroom, host).trimEnd()])
  })
})
