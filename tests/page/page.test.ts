import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { ArticleInput } from 'pressfeed'
import { hardText, texts } from '../fixtures/hard-text.js'
import {
  article,
  attribute,
  named,
  newsroomOf,
  pageText,
  picture,
  read,
  textOf,
  type PageElement,
} from './made.js'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // The address of a feed reader of the device has a scheme of its own, and a lone `hidden` is our style.
    'doctype-style': 'off',
    'no-inline-style': 'error',
  },
})

/** What a validator that is not ours says of a page. */
function remarksOn(html: string): readonly string[] {
  const { results } = validator.validateStringSync(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  )
}

/** The releases of a page. */
function releases(html: string): readonly PageElement[] {
  return named(read(html).all, 'article')
}

function first(html: string): PageElement {
  const [release] = releases(html)
  if (release === undefined) throw new Error('The page has no release')
  return release
}

const full: ArticleInput = article(9, {
  title: 'Second plant opens',
  dateline: 'PARIS',
  summary: 'The plant makes rotors.',
  images: [picture('hall'), picture('rotor')],
  corrections: [{ date: '2026-02-03', note: 'It has 240 jobs, not 24.' }],
})

describe('a page', () => {
  it('is valid HTML, whatever the newsroom has', async () => {
    const pages = [
      await pageText(newsroomOf([full, article(1)], { opml: '/feeds.opml', logo: '/logo.png' })),
      await pageText(newsroomOf([])),
      await pageText({ ...hardText, ...newsroomOf(hardText.articles) }),
      await pageText(newsroomOf([full], { language: 'ar' })),
    ]
    for (const html of pages) {
      expect(read(html).faults).toEqual([])
      expect(remarksOn(html)).toEqual([])
    }
  })

  it('would not be valid with an element out of place or a stray tag', async () => {
    const html = await pageText(newsroomOf([full]))
    expect(remarksOn(html.replace('<ul ', '<ul><p>x</p></ul><ul '))).not.toEqual([])
    expect(read(html.replace('<main ', '<main class="x" ')).faults).not.toEqual([])
  })

  it('has its head: language, title, description, address, feeds', async () => {
    const more = { title: 'A & "B"', description: 'Releases <all>', icon: '/icon.png' }
    const { all } = read(await pageText(newsroomOf([full], more)))
    expect(attribute(named(all, 'html')[0], 'lang')).toBe('en')
    expect(attribute(named(all, 'html')[0], 'dir')).toBeUndefined()
    expect(named(all, 'title').map(textOf)).toEqual(['A & "B"'])
    const metas = named(all, 'meta').map((meta) => [
      attribute(meta, 'name'),
      attribute(meta, 'content'),
    ])
    expect(metas).toContainEqual(['description', 'Releases <all>'])
    expect(metas).toContainEqual(['color-scheme', 'light dark'])
    const links = named(all, 'link').map((link) => [
      attribute(link, 'rel'),
      attribute(link, 'href'),
    ])
    expect(links).toEqual([
      ['canonical', 'https://newsroom.example/'],
      ['icon', 'https://newsroom.example/icon.png'],
      ['alternate', 'https://newsroom.example/rss.xml'],
    ])
  })

  it('has one heading of the first level, and no level left out', async () => {
    const { all } = read(await pageText(newsroomOf([full, article(1)])))
    const levels = all.flatMap(({ tagName }) => /^h(\d)$/.exec(tagName)?.[1] ?? []).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    }
    expect(levels).toContain(3)
  })

  it('says so where there is no release', async () => {
    const html = await pageText(newsroomOf([], { updated: '2026-01-01' }))
    expect(releases(html)).toEqual([])
    expect(html).toContain('There are no press releases at present.')
  })
})

describe('a release', () => {
  it('leads to its own page, and says place, date and summary', async () => {
    const release = first(await pageText(newsroomOf([full])))
    const [heading] = named(release, 'h3')
    expect(textOf(heading)).toBe('Second plant opens')
    const [link] = heading === undefined ? [] : named(heading, 'a')
    expect(attribute(link, 'href')).toBe('https://newsroom.example/news/9')
    const [time] = named(release, 'time')
    expect(attribute(time, 'datetime')).toBe('2026-01-01T09:00:00Z')
    expect(textOf(time)).toBe('1 January 2026')
    const paragraphs = named(release, 'p').map(textOf)
    expect(paragraphs.slice(0, 3)).toEqual([
      'PARIS, 1 January 2026',
      'Correction, 3 February 2026: It has 240 jobs, not 24.',
      'The plant makes rotors.',
    ])
  })

  it('has the day of the newsroom’s time zone', async () => {
    const late = article(20)
    const timeZone = 'Asia/Ho_Chi_Minh'
    expect(textOf(named(first(await pageText(newsroomOf([late]))), 'time')[0])).toBe(
      '1 January 2026',
    )
    const there = first(await pageText(newsroomOf([late], { timeZone })))
    expect(textOf(named(there, 'time')[0])).toBe('2 January 2026')
  })

  it('says both days where its dateline has another than its publication', async () => {
    const dateline = { place: 'PARIS', date: '2025-12-30' }
    const release = first(await pageText(newsroomOf([article(9, { dateline })])))
    expect(named(release, 'p').map(textOf)[0]).toBe('1 January 2026 · PARIS, 30 December 2025')
    expect(textOf(named(release, 'time')[0])).toBe('1 January 2026')
  })

  it('shows its first picture once, with caption and credit, and counts the others', async () => {
    const html = await pageText(newsroomOf([full]))
    const pictures = named(read(html).all, 'img')
    expect(pictures.map((image) => [attribute(image, 'src'), attribute(image, 'alt')])).toEqual([
      ['https://cdn.example/hall.jpg', 'Alt of hall'],
    ])
    expect(named(first(html), 'figcaption').map(textOf)).toEqual([
      'Caption of hall Photo: Credit of hall',
    ])
    expect(html.split('Caption of hall')).toHaveLength(2)
    expect(named(first(html), 'p').map(textOf).at(-1)).toBe('More pictures in the release: 1')
  })

  it.each([
    [{ caption: '' }, ['Photo: Credit of hall']],
    [{ credit: '' }, ['Caption of hall']],
    [{ caption: '', credit: '' }, []],
    [{ credit: 'Drawing: A. B.' }, ['Caption of hall Drawing: A. B.']],
    [{ caption: 'The hall (photo by A. B.)', credit: 'A. B.' }, ['The hall (photo by A. B.)']],
  ])('writes below a picture with %o what it has, once', async (more, wanted) => {
    const html = await pageText(
      newsroomOf([article(1, { images: [{ ...picture('hall'), ...more }] })]),
    )
    expect(named(first(html), 'figcaption').map(textOf)).toEqual(wanted)
  })

  it('shows a picture that stands in its text, with the caption from there', async () => {
    const body =
      '<p>Text.</p><figure><img src="https://cdn.example/a.jpg" alt="A"><figcaption>In the text</figcaption></figure>'
    const html = await pageText(newsroomOf([article(1, { body })]))
    expect(named(first(html), 'figcaption').map(textOf)).toEqual(['In the text'])
  })

  it('is cut where its summary is long, between words', async () => {
    const summary = 'The plant makes rotors for the grid. '.repeat(40)
    const release = first(await pageText(newsroomOf([article(1, { summary })])))
    const text = named(release, 'p').map(textOf)[1] ?? ''
    expect(text.length).toBeGreaterThan(200)
    expect(text.length).toBeLessThanOrEqual(280)
    expect(text).toMatch(/(?:the|grid\.|rotors|makes|plant|for|The) ?…$/)
  })

  it('does not say its title twice for want of a summary', async () => {
    const bare = { title: 'Only a title', link: '/x', published: '2026-01-01' }
    const html = await pageText(newsroomOf([bare]))
    expect(named(first(html), 'p').map(textOf)).toEqual(['1 January 2026'])
  })

  it('that was replaced leads to the newer one, and back', async () => {
    const old = article(1, { id: 'urn:x:1' })
    const html = await pageText(newsroomOf([old, article(2, { replaces: ['urn:x:1'] })]))
    const notes = releases(html).map((release) =>
      named(release, 'p')
        .filter((p) => attribute(p, 'class') === 'note')
        .map((p) => [textOf(p), attribute(named(p, 'a')[0], 'href')]),
    )
    expect(notes).toEqual([
      [['This press release replaces “Article 1”.', 'https://newsroom.example/news/1']],
      [['This press release has been replaced by “Article 2”.', 'https://newsroom.example/news/2']],
    ])
  })

  it('that was withdrawn is a notice, without picture and with the reason', async () => {
    const withdrawn = { date: '2026-05-20', reason: 'It was sent by mistake.' }
    const html = await pageText(newsroomOf([{ ...full, withdrawn }]))
    expect(releases(html)).toHaveLength(1)
    expect(named(first(html), 'h3').map(textOf)).toEqual([
      'Withdrawn: press release of 1 January 2026',
    ])
    expect(html).toContain('It was sent by mistake.')
    expect(named(first(html), 'img')).toEqual([])
    expect(html).not.toContain('Second plant')
  })

  it('is announced where it is not on the page itself', async () => {
    const corrections = [{ date: '2026-02-03', note: 'It has 240 jobs.', announce: true }]
    const old = article(0, { title: 'Old release', corrections })
    const all = [old, ...Array.from({ length: 12 }, (_, hour) => article(hour + 1))]
    const announced = releases(await pageText(newsroomOf(all)))
    expect(announced).toHaveLength(11)
    expect(textOf(announced[0])).toContain('Correction: Old release')
    const together = await pageText(newsroomOf([old]))
    expect(releases(together)).toHaveLength(1)
    expect(together).not.toContain('Correction: Old release')
    expect(together).toContain('It has 240 jobs.')
  })
})

describe('hostile text', () => {
  const hostile = `"><script src=//evil.example><img src=x onerror=alert(1)> ' & <!-- \u202E${texts.dollars}`
  const everywhere = newsroomOf(
    [
      article(1, {
        title: hostile,
        summary: `${hostile} And so on.`,
        dateline: hostile,
        images: [
          {
            url: 'https://cdn.example/a.jpg?"><script>',
            alt: hostile,
            caption: hostile,
            credit: `Somebody ${hostile}`,
          },
        ],
        corrections: [{ date: '2026-02-03', note: hostile }],
      }),
    ],
    {
      title: hostile,
      description: hostile,
      copyright: hostile,
      feeds: [{ format: 'rss', path: `/a'b&c.xml`, title: hostile }],
      words: { en: { subscribe: hostile, copied: hostile, copyAddress: hostile } },
    },
  )

  it('is text wherever it stands: no element, no attribute, no rule of style comes of it', async () => {
    const html = await pageText(everywhere)
    const { all, faults } = read(html)
    const plain = read(
      await pageText(newsroomOf([{ ...full, images: [picture('a')] }], { copyright: 'c' })),
    ).all
    expect(faults).toEqual([])
    const names = (elements: readonly PageElement[]) =>
      elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '))
    expect(names(all)).toEqual(names(plain))
    expect(named(all, 'script')).toHaveLength(1)
    const title = named(all, 'h1').map(textOf)[0] ?? ''
    expect(title).toContain('"><script src=//evil.example>')
    for (const name of ['h3', 'figcaption', 'title']) {
      expect(named(all, name).map(textOf).join(), name).toContain('<script src=//evil.example>')
    }
  })

  it('does not loosen the policy of the page', async () => {
    const policyOf = (html: string) =>
      attribute(
        named(read(html).all, 'meta').find((meta) => attribute(meta, 'http-equiv') !== undefined),
        'content',
      )
    expect(policyOf(await pageText(everywhere))).toBe(policyOf(await pageText(newsroomOf([full]))))
    expect(policyOf(await pageText(everywhere))).toMatch(
      /^default-src 'none'; img-src http: https:; /,
    )
  })

  it('is the same again: a page knows no clock', async () => {
    expect(await pageText(everywhere, '/', '2026-06-01')).toBe(
      await pageText(everywhere, '/', '2027-06-01'),
    )
  })
})

describe('languages', () => {
  const arabic = article(5, {
    language: 'ar',
    title: 'افتتاح المحطة',
    dateline: 'باريس',
    body: '<p>نص.</p>',
  })

  it.each(['ar', 'he', 'fa', 'ur', 'ar-EG'])('%s is written from the right', async (language) => {
    const html = await pageText(newsroomOf([article(1)], { language, words: words(language) }))
    const { all } = read(html)
    expect(attribute(named(all, 'html')[0], 'dir')).toBe('rtl')
    const addresses = named(all, 'a').filter((a) => textOf(a).startsWith('https://'))
    expect(addresses.map((a) => attribute(a, 'dir'))).toEqual(['ltr'])
  })

  it('of a release is said, with its direction, where it is not that of the page', async () => {
    const html = await pageText(newsroomOf([arabic, article(1)]))
    const said = releases(html).map((release) => [
      attribute(release, 'lang'),
      attribute(release, 'dir'),
    ])
    expect(said).toEqual([
      ['ar', 'rtl'],
      [undefined, undefined],
    ])
    expect(textOf(named(first(html), 'p')[0])).toBe('باريس، 1 يناير 2026')
    const turned = await pageText(newsroomOf([article(1, { language: 'en' })], { language: 'ar' }))
    expect(attribute(first(turned), 'dir')).toBe('ltr')
  })

  it('are those of the newsroom: a page each, which lead to each other', async () => {
    const newsroom = newsroomOf([arabic, article(1)], {
      pages: [
        { path: '/index.html', only: { language: 'en' } },
        { path: '/ar/index.html', only: { language: 'ar' }, title: 'غرفة الأخبار' },
      ],
    })
    const [english, other] = [await pageText(newsroom), await pageText(newsroom, '/ar/')]
    const linksOf = (html: string) =>
      named(named(read(html).all, 'nav'), 'nav').flatMap((nav) =>
        named(nav, 'a').map((a) => [attribute(a, 'href'), attribute(a, 'hreflang'), textOf(a)]),
      )
    expect(linksOf(english)).toEqual([
      ['#subscribe', undefined, 'Subscribe'],
      ['https://newsroom.example/ar/', 'ar', 'غرفة الأخبار'],
    ])
    expect(linksOf(other)).toEqual([
      ['#subscribe', undefined, 'الاشتراك'],
      ['https://newsroom.example/', 'en', 'Newsroom'],
    ])
    expect(releases(english).map((release) => textOf(named(release, 'h3')[0]))).toEqual([
      'Article 1',
    ])
    expect(releases(other).map((release) => textOf(named(release, 'h3')[0]))).toEqual([
      'افتتاح المحطة',
    ])
  })

  function words(language: string) {
    return language.startsWith('ar') ? {} : { [language]: { subscribe: 'x' } }
  }
})

describe('the feeds on a page', () => {
  const newsroom = newsroomOf([article(1)], {
    feeds: [
      { format: 'json', path: '/feed.json' },
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/fr/été.xml', only: { language: 'fr' }, title: 'Communiqués' },
    ],
    opml: '/feeds.opml',
  })

  it('stand with name, format and address, those with the same articles together', async () => {
    const { all } = read(await pageText(newsroom))
    const boxes = named(all, 'div').filter((div) => attribute(div, 'class') === 'feed')
    const seen = boxes.map((box) => ({
      title: textOf(named(box, 'h3')[0]),
      feeds: named(box, 'li').map((item) => [
        textOf(named(item, 'span')[0]),
        textOf(named(item, 'a')[0]),
        attribute(named(item, 'a')[0], 'href'),
      ]),
    }))
    expect(seen).toEqual([
      {
        title: 'Newsroom',
        feeds: [
          ['JSON Feed', 'https://newsroom.example/feed.json', 'https://newsroom.example/feed.json'],
          ['RSS', 'https://newsroom.example/rss.xml', 'https://newsroom.example/rss.xml'],
        ],
      },
      {
        title: 'Communiqués',
        feeds: [
          [
            'Atom',
            'https://newsroom.example/fr/été.xml',
            'https://newsroom.example/fr/%C3%A9t%C3%A9.xml',
          ],
        ],
      },
    ])
  })

  it('are offered to readers by links that name the address, the XML one where there is one', async () => {
    const { all } = read(await pageText(newsroom))
    const [links = []] = named(all, 'p')
      .filter((p) => textOf(p).startsWith('Add to:'))
      .map((p) => named(p, 'a').map((a) => attribute(a, 'href') ?? ''))
    const feed = 'https://newsroom.example/rss.xml'
    expect(links.map((href) => new URL(href).host)).toEqual([
      'feedly.com',
      'www.inoreader.com',
      'www.newsblur.com',
      'theoldreader.com',
      '',
    ])
    expect(links.map((href) => decodeURIComponent(href).includes(feed))).toEqual(
      links.map(() => true),
    )
    expect(new URL(links[1] ?? '').searchParams.get('add_feed')).toBe(feed)
    expect(links.at(-1)).toBe(`feed:${feed}`)
  })

  it('have a hidden button each, whose name says which address it copies', async () => {
    const { all } = read(await pageText(newsroom))
    const buttons = named(all, 'button')
    expect(buttons.map(textOf)).toEqual([
      'Copy address – JSON Feed',
      'Copy address – RSS',
      'Copy address – Atom',
    ])
    for (const button of buttons) expect(attribute(button, 'hidden')).toBe('')
  })

  it('come in one file too, if the newsroom has it', async () => {
    const html = await pageText(newsroom)
    expect(html).toContain('href="https://newsroom.example/feeds.opml"')
    expect(await pageText({ ...newsroom, opml: undefined })).not.toContain('OPML')
  })
})

describe('the size of a page', () => {
  const long = (text: string, length: number) =>
    text.repeat(Math.ceil(length / text.length)).slice(0, length)

  it.each([
    ['en', 'The plant on the river makes rotors for the grid. '],
    ['ar', 'تصنع المحطة على النهر دوّارات للشبكة الشمالية. '],
    ['vi', 'Nhà máy bên sông sản xuất rô-to cho lưới điện. '],
  ])('is below 30 kB with ten long releases in %s and eight feeds', async (language, sentence) => {
    const releases = Array.from({ length: 30 }, (_, hour) => ({
      ...article(hour),
      title: long(sentence, 110),
      summary: long(sentence, 3000),
      body: `<p>${long(sentence, 20_000)}</p>`,
      dateline: 'PARIS',
      images: [1, 2, 3].map((n) =>
        picture(`${hour}-${n}`, long(sentence, 180), 'Ministry of Energy / A. Martin'),
      ),
    }))
    const topics = ['wind', 'sun', 'water', 'gas', 'grid']
    const html = await pageText(
      newsroomOf(releases, {
        language,
        title: long(sentence, 40),
        feeds: [
          { format: 'rss', path: '/rss.xml' },
          { format: 'atom', path: '/atom.xml' },
          { format: 'json', path: '/feed.json' },
          ...topics.map((tag) => ({ format: 'rss' as const, path: `/${tag}.xml`, only: { tag } })),
        ],
        opml: '/feeds.opml',
      }),
    )
    expect(named(read(html).all, 'article')).toHaveLength(10)
    expect(named(read(html).all, 'figure')).toHaveLength(10)
    const { length } = new TextEncoder().encode(html)
    expect(length).toBeLessThan(30_000)
    expect(length).toBeGreaterThan(15_000)
  })
})
