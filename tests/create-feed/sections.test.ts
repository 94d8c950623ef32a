import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, it } from 'vitest'
import { checkFeed, createFeed, type FeedInput } from 'pressfeed'
import { asBrowser, asWritten, dangers, looseText } from '../html/judge.js'
import { articleWith, saidOf } from '../hostile/feed-with.js'

const contentOf = (input: FeedInput) => String(createFeed(input).articles[0]?.content)
const sections = (members: Readonly<Record<string, unknown>>) => contentOf(articleWith(members))
const textOf = (html: string) => lines(html).join('\n')

describe('quotations', () => {
  const quote = (text: string, body: string) =>
    blocks(sections({ quotes: [{ text }], body }), 'blockquote').length

  it('that the text does not have stand behind it, with who said them', () => {
    const quotes = [
      { text: 'We build for a century.', speaker: 'A. Martin', role: 'Minister of Energy' },
      { text: 'We run it.', speaker: 'B. Müller' },
      { text: 'We watch.', role: 'An observer' },
      { text: 'We wait.' },
    ]
    expect(lines(sections({ quotes, notesToEditors: '<p>Note.</p>' }))).toEqual([
      'The text.',
      'We build for a century.\n— A. Martin, Minister of Energy',
      'We run it.\n— B. Müller',
      'We watch.\n— An observer',
      'We wait.',
      'Notes to editors',
      'Note.',
    ])
    const [article] = createFeed(articleWith({ quotes })).articles
    expect(article?.quotes).toEqual(quotes)
  })

  it.each([
    ['We build for a century.', '<p>“We build for a century,” said A.</p>'],
    ['"We build" for a century', '<p>„We build“ for a century.</p>'],
    ["We don't build.", '<p>« We don’t build. »</p>'],
    ['We build – for a century', '<p>We build - for a century</p>'],
    ['We build for a century', '<p>We <b>bu</b>ild for<br>a century</p>'],
    ['We build for a century', '<p>We&nbsp;build \n for\ta century!</p>'],
    ['WE BUILD', '<p>we build</p>'],
    ['We build & run', '<p>We build &amp; run</p>'],
    ['Chúng tôi xây dựng', `<p>${'Chúng tôi xây dựng'.normalize('NFD')}</p>`],
    ['نحن نبني', '<p>قال: «نحن نبني».</p>'],
    ['We build', '<blockquote><p>We build</p></blockquote>'],
    ['We build', '<figure><img src="/a.jpg"><figcaption>“We build”</figcaption></figure>'],
  ])('%o is in %s already', (text, body) => {
    expect(quote(text, body)).toBe(body.includes('<blockquote>') ? 1 : 0)
  })

  it.each([
    ['We build for a century.', '<p>We build for a decade.</p>'],
    ['We build', '<p>We rebuild</p>'],
    ['art', '<p>The party starts.</p>'],
    ['We build', '<p>We</p><p>run</p><p>build</p>'],
    ['…', '<p>We build …</p>'],
    ['We build', '<p><a href="/We build">x</a></p>'],
  ])('%o is not in %s', (text, body) => {
    expect(quote(text, body)).toBe(1)
  })

  it('are found where the body lets words be divided', () => {
    expect(quote('Die Bundesregierung bleibt.', '<p>„Die Bundes&shy;regierung bleibt.“</p>')).toBe(
      0,
    )
  })

  it('are looked for one by one', () => {
    const quotes = [{ text: 'We build.' }, { text: 'We run.' }, { text: 'We wait.' }]
    const html = sections({ quotes, body: '<p>“We run.”</p>' })
    expect(blocks(html, 'blockquote')).toEqual(['We build.', 'We wait.'])
  })

  it('are in the language’s words', () => {
    const quotes = [{ text: 'قول', speaker: 'م', role: 'وزير' }]
    expect(textOf(sections({ quotes, language: 'ar' }))).toContain('— م، وزير')
    const own = { words: { en: { person: '{role} {name}' } } }
    const input = articleWith({ quotes: [{ text: 'A', speaker: 'B', role: 'Minister' }] })
    expect(textOf(contentOf({ ...input, ...own }))).toContain('— Minister B')
  })
})

describe('a dateline', () => {
  it('opens what stands in for a missing body', () => {
    expect(lines(sections({ dateline: 'PARIS', body: null, summary: 'The summary.' }))).toEqual([
      'PARIS, 2 March 2026 – The summary.',
    ])
  })

  it.each(['<p></p>', '<script>x()</script>', '<!-- x -->'])(
    'does not hide that nothing is left of a body: %o',
    (body) => {
      const input = articleWith({ dateline: 'PARIS', body, summary: 'The summary.' })
      expect(textOf(contentOf(input))).toContain('The summary.')
      expect(saidOf(input)).toContain('empty-body articles[0].body')
    },
  )

  it('has a date of its own, in the feed’s zone and the article’s language', () => {
    const dateline = { place: 'Hà Nội', date: '2026-03-01T18:00:00Z' }
    const input = { ...articleWith({ dateline, language: 'vi' }), timeZone: 'Asia/Ho_Chi_Minh' }
    expect(textOf(contentOf(input))).toMatch(/^Hà Nội, ngày 2 tháng 3 năm 2026 – The text/)
  })
})

describe('notes and boilerplate', () => {
  it('stand under headings, in their order, whatever the order of the record', () => {
    const html = sections({
      contacts: [{ name: 'Duty desk' }],
      boilerplate: '<p>Who we are.</p>',
      notesToEditors: 'By appointment.',
    })
    expect(lines(html)).toEqual([
      'The text.',
      ...['Notes to editors', 'By appointment.', 'About us', 'Who we are.'],
      ...['Press contact', 'Duty desk'],
    ])
    expect(blocks(html, 'h2')).toEqual(['Notes to editors', 'About us', 'Press contact'])
  })

  it.each(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])(
    'have their own heading if they begin with %s',
    (name) => {
      for (const attribute of ['', ' lang="fr"', ' class="x"']) {
        const own = `<${name}${attribute}>Own</${name}><p>Text.</p>`
        const html = sections({ notesToEditors: own, boilerplate: own })
        expect(lines(html)).toEqual(['The text.', 'Own', 'Text.', 'Own', 'Text.'])
      }
    },
  )

  it.each(['<p>Text.</p><h2>Own</h2>', '<p><b>Own</b></p>', '<hr><h2>Own</h2>', 'h2'])(
    'get one if they begin with %s',
    (own) => {
      expect(blocks(sections({ notesToEditors: own }), 'h2')[0]).toBe('Notes to editors')
    },
  )

  it.each(['', ' ', '<p></p>', '<p>&nbsp;</p>', '<script>x()</script>', '<!-- x -->'])(
    'are not there if they hold nothing: %o',
    (own) => {
      expect(sections({ notesToEditors: own, boilerplate: own })).toBe('<p>The text.</p>')
    },
  )

  it('are cleaned, closed and resolved as the body is', () => {
    const html = sections({
      base: '/files/',
      notesToEditors: '<p><b>Open <a href="a.html">x</a> <img src=x onerror=go()><script>y()',
      boilerplate: '</p></div></section>B<h1>C',
    })
    expect(html).toContain('href="https://newsroom.example/files/a.html"')
    expect(asWritten(html)).toEqual(asBrowser(html))
    expect(dangers(asBrowser(html))).toEqual([])
    expect(looseText(asBrowser(html))).toEqual([])
    expect(saidOf(articleWith({ notesToEditors: '<p onclick="x()">a</p>' }))).toEqual([
      'body-cleaned articles[0].notesToEditors',
    ])
  })

  it('have headings in the language of the article, or the newsroom’s', () => {
    const members = { notesToEditors: 'A', boilerplate: 'B', contacts: [{ name: 'C' }] }
    const headings = (language: string, words = {}) =>
      blocks(contentOf({ ...articleWith({ ...members, language }), words }), 'h2')
    expect(headings('fr-CA')).toEqual(['Note aux rédactions', 'À propos', 'Contact presse'])
    expect(headings('fr', { fr: { boilerplate: '<En bref>' } })[1]).toBe('<En bref>')
    expect(headings('it', { it: { contact: 'Ufficio stampa' } })[2]).toBe('Ufficio stampa')
  })
})

describe('contacts', () => {
  it('are a paragraph each', () => {
    const contacts = [
      {
        ...{ name: 'A. Martin', role: 'Press officer', organization: 'The Ministry' },
        ...{ email: 'press@newsroom.example', phone: '+33 1 23 45 67 89', url: '/press' },
      },
      { name: 'Duty desk' },
    ]
    const html = sections({ contacts })
    expect(lines(html).slice(2)).toEqual([
      'A. Martin, Press officer\nThe Ministry\npress@newsroom.example\n+33 1 23 45 67 89',
      'Duty desk',
    ])
    expect(links(html)).toEqual([
      ['https://newsroom.example/press', 'A. Martin, Press officer'],
      ['mailto:press@newsroom.example', 'press@newsroom.example'],
      ['tel:+33123456789', '+33 1 23 45 67 89'],
    ])
  })

  it.each([
    ['+33 1 23 45 67 89', '+33123456789'],
    ['+33 (0)1 23 45 67 89', '+33123456789'],
    ['+49 (0) 30 1234-567', '+49301234567'],
    ['+84\u00A024\u20113825.1234', '+842438251234'],
    ['(202) 555-0123', '2025550123'],
    ['Tel.: 01 23 45', '012345'],
    ['Tél. : 01 23 45', '012345'],
    ['Tel: +33 (0)1 23 45', '+3312345'],
    ['17', '17'],
  ])('dial %s as %s', (phone, dialled) => {
    const [[href] = []] = links(sections({ contacts: [{ name: 'A', phone }] }))
    expect(href).toBe(`tel:${dialled}`)
    // RFC 3966, global-number-digits, or digits alone.
    expect(href).toMatch(/^tel:\+?[0-9]+$/)
  })

  it.each([
    '+33 1 23 45 67 89 ext. 12',
    '+33 1 23 45 67 89 / +33 6 12 34 56 78',
    '+33 1 23 45 67 89 (24/7)',
    '01 23 45 67 89, 9-17 h',
    '01 23 45 67 89 ext: 12',
    '01 23 45 - 06 12',
    '24/7: 01 23 45 67 89',
    '+1234567890123456',
    '1234567890123456',
  ])('dial nothing that is not the number: %s', (phone) => {
    const html = sections({ contacts: [{ name: 'A', phone }] })
    expect(textOf(html)).toContain(phone)
    const dialled = links(html).map(([href]) => href)
    expect(['tel:+33123456789', 'tel:0123456789', undefined]).toContain(dialled[0])
    if (!/^\+33/.test(phone)) expect(dialled).toEqual([])
  })

  it('keep the zero of a number that is dialled at home', () => {
    const [[href] = []] = links(sections({ contacts: [{ name: 'A', phone: '(0)30 1234' }] }))
    expect(href).toBe('tel:0301234')
  })

  it('have numbers in the digits of their language', () => {
    const contacts = [{ name: 'م', phone: '٠٢ ٢٧٩٥ ١٢٣٤' }]
    expect(links(sections({ contacts, language: 'ar' }))).toEqual([
      ['tel:0227951234', '٠٢ ٢٧٩٥ ١٢٣٤'],
    ])
  })

  it('stand from left to right in a language that does not, where they are a number or an address', () => {
    const contact = { name: 'م', email: 'press@newsroom.example', phone: '+33 1 23' }
    expect(sections({ contacts: [contact], language: 'ar' })).toContain(
      '<p dir="rtl">م<br>' +
        '<a href="mailto:press@newsroom.example"><bdi dir="ltr">press@newsroom.example</bdi></a><br>' +
        '<a href="tel:+33123"><bdi dir="ltr">+33 1 23</bdi></a></p>',
    )
  })

  it.each(['desk', '1', 'see below', '-'])('refuse what is no number: %o', (phone) => {
    expect(saidOf(articleWith({ contacts: [{ name: 'A', phone }] }))).toEqual([
      'invalid-value articles[0].contacts[0].phone',
    ])
  })

  it('quote no more of such a number than tells which it is', () => {
    const [found] = checkFeed(
      articleWith({ contacts: [{ name: 'A', phone: 'desk '.repeat(900) }] }),
    )
    expect(found?.message).toMatch(/^Cannot use telephone number "desk .*…": expected one such as /)
    expect(found?.message.length).toBeLessThan(200)
  })

  it.each([
    ['press@newsroom.example', 'press@newsroom.example'],
    [' press@newsroom.example ', 'press@newsroom.example'],
    ["o'neil+press@newsroom.example", "o'neil+press@newsroom.example"],
    ['50%@newsroom.example', '50%@newsroom.example'],
    ['press@n.e.example', 'press@n.e.example'],
    ['a/b=c@newsroom.example', 'a/b=c@newsroom.example'],
    ['press?cc=boss@newsroom.example', 'press?cc=boss@newsroom.example'],
    ['a&b#c@newsroom.example', 'a&b#c@newsroom.example'],
  ])('write to %o', (email, wanted) => {
    const [[href = '', text] = []] = links(sections({ contacts: [{ name: 'A', email }] }))
    expect(text).toBe(wanted)
    // RFC 6068: all of it is the address, nothing of it a header or a fragment.
    const url = new URL(href)
    expect([url.protocol, decodeURIComponent(url.pathname), url.search, url.hash]).toEqual([
      'mailto:',
      wanted,
      '',
      '',
    ])
  })

  it('refuse what is no address of mail', () => {
    for (const email of [
      'press',
      'a@b@c',
      'a b@c.example',
      'mailto:a@b.example',
      'a@b.example\n,x@y.example',
    ]) {
      expect(saidOf(articleWith({ contacts: [{ name: 'A', email }] }))).toEqual([
        'invalid-email articles[0].contacts[0].email',
      ])
    }
  })

  it('are text, whatever it holds', () => {
    const text = '<script>alert(1)</script> & "x" $& {name}'
    const html = sections({
      contacts: [{ name: text, role: text, organization: text, phone: '<b onclick=x()>12 34' }],
      quotes: [{ text, speaker: text, role: text }],
    })
    expect(dangers(asBrowser(html))).toEqual([])
    expect(asWritten(html)).toEqual(asBrowser(html))
  })
})

type Node = DefaultTreeAdapterMap['node']

const all = (from: Node): readonly Node[] =>
  'childNodes' in from ? [from, ...from.childNodes.flatMap(all)] : [from]

/** The text of a node; what a reader puts on a line of its own is one. */
function text(from: Node): string {
  if ('value' in from) return from.value
  if (from.nodeName === 'br') return '\n'
  if (!('childNodes' in from)) return ''
  const inner = from.childNodes.map(text)
  return from.nodeName === 'blockquote' ? inner.join('\n') : inner.join('')
}

function lines(html: string): readonly string[] {
  return parseFragment(html).childNodes.map(text)
}

function blocks(html: string, name: string): readonly string[] {
  return all(parseFragment(html))
    .filter(({ nodeName }) => nodeName === name)
    .map(text)
}

function links(html: string): readonly (readonly [string, string])[] {
  return all(parseFragment(html)).flatMap((node) =>
    node.nodeName === 'a' && 'attrs' in node ? [[node.attrs[0]?.value ?? '', text(node)]] : [],
  )
}
