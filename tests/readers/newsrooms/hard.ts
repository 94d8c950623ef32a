/**
 * A newsroom that is hard to show: languages from right to left, tables, quotations, ten pictures, none,
 * attachments, a very long text, and characters that readers have stumbled over.
 */
import type { ArticleInput } from 'pressfeed'
import { blocksOf, type ExpectedArticle, type ExpectedPicture } from '../lab/expected.js'
import { instant } from '../lab/plain.js'
import { feeds, type Site } from '../lab/serve.js'
import { drawPage, drawPicture } from './draw.js'

interface Release {
  readonly record: ArticleInput
  readonly pictures?: readonly ExpectedPicture[]
  /** What stands in the text beside the record's body. */
  readonly also?: readonly string[]
  readonly summary: string
  readonly isRightToLeft?: boolean
}

const office = 'Press office of the Harbour'

const ten = Array.from({ length: 10 }, (_, index) => ({
  url: `/pictures/crane-${index + 1}.png`,
  alt: `A drawing with ${index + 1} bars`,
  caption: `Crane number ${index + 1} of the new quay.`,
  credit: index % 2 === 0 ? 'Harbour photographers' : 'R&D department',
}))

const long = Array.from(
  { length: 240 },
  (_, index) =>
    `Paragraph ${index + 1} of the annual report says how many ships came in week ${(index % 52) + 1}, ` +
    `what they carried, who unloaded them, and why the quay was closed for ${(index % 7) + 1} hours. ` +
    'It is as long as a paragraph of a report is, since nobody has cut it.',
)

const releases: readonly Release[] = [
  {
    record: {
      title: 'Ten cranes stand on the new quay',
      link: '/2025/ten-cranes',
      published: '2025-11-20T09:00:00+01:00',
      summary: 'The last of ten cranes was put up this morning.',
      body:
        '<p>The last of ten cranes was put up this morning.</p>' +
        '<img src="/pictures/crane-3.png"><p>The third one is the highest of them.</p>',
      images: ten,
      authors: [office, 'Works department'],
      tags: ['cranes', 'quay'],
    },
    pictures: ten.map(({ url, caption, credit }) => ({ url, caption, credit: `Photo: ${credit}` })),
    summary: 'The last of ten cranes was put up this morning.',
  },
  {
    record: {
      title: 'افتتاح الرصيف الجديد في الميناء',
      link: '/2025/ar/quay',
      published: '2025-11-19T09:00:00+01:00',
      language: 'ar',
      dateline: 'الدار البيضاء',
      body:
        '<p>افتتح الميناء اليوم رصيفه الجديد، وطوله 1200 متر.</p>' +
        '<ul><li>عشر رافعات</li><li>طريقان</li></ul>' +
        '<p>وتبلغ كلفة المشروع 12 مليون درهم.</p>',
      images: [
        {
          url: '/pictures/quay-ar.png',
          alt: 'رسم للرصيف',
          caption: 'الرصيف الجديد عند الفجر.',
          credit: 'مكتب الصحافة',
        },
      ],
      quotes: [{ text: 'نبني للأجيال القادمة.', speaker: 'مدير الميناء' }],
      tags: ['ميناء'],
    },
    pictures: [
      {
        url: '/pictures/quay-ar.png',
        caption: 'الرصيف الجديد عند الفجر.',
        credit: 'مكتب الصحافة',
      },
    ],
    also: ['نبني للأجيال القادمة.', 'مدير الميناء'],
    summary: 'افتتح الميناء اليوم رصيفه الجديد',
    isRightToLeft: true,
  },
  {
    record: {
      title: 'הרציף החדש נפתח (2025)',
      link: '/2025/he/quay',
      published: '2025-11-18T09:00:00+01:00',
      language: 'he',
      body:
        '<p>הרציף החדש של הנמל, באורך 1,200 מטר, נפתח היום.</p>' +
        '<blockquote><p>אנחנו בונים לדורות.</p></blockquote>',
      images: [
        {
          url: '/pictures/quay-he.png',
          alt: 'ציור של הרציף',
          caption: 'הרציף החדש עם שחר.',
          credit: 'צילום: לשכת העיתונות',
        },
      ],
      tags: ['נמל'],
    },
    pictures: [
      {
        url: '/pictures/quay-he.png',
        caption: 'הרציף החדש עם שחר.',
        credit: 'צילום: לשכת העיתונות',
      },
    ],
    summary: 'הרציף החדש של הנמל',
    isRightToLeft: true,
  },
  {
    record: {
      title: 'Traffic in numbers: what came and what left',
      link: '/2025/traffic',
      published: '2025-11-17T09:00:00+01:00',
      body:
        '<h2>The year in a table</h2>' +
        '<table><thead><tr><th>Goods</th><th>Came</th><th>Left</th></tr></thead><tbody>' +
        '<tr><td>Timber</td><td>1,200 t</td><td>300 t</td></tr>' +
        '<tr><td>Grain</td><td>45 t</td><td>9,876 t</td></tr></tbody></table>' +
        '<p>Water is H<sub>2</sub>O, and a quay has an area in m<sup>2</sup>.</p>' +
        '<ol><li>First came the timber.</li><li>Then came the grain.</li></ol>' +
        '<blockquote><p>No year was like this one.</p></blockquote>' +
        "<p>It cost US$'000 12, or $& less than $$ 13, and $1 was left.</p>",
      quotes: [
        {
          text: 'No ship has waited longer than an hour.',
          speaker: 'Ada Quay',
          role: 'Harbour master',
        },
      ],
      tags: ['statistics'],
    },
    also: ['No ship has waited longer than an hour.', 'Ada Quay, Harbour master'],
    summary: 'Water is H2O, and a quay has an area in m2.',
  },
  {
    record: {
      title: 'R&D: is 5 > 3, is <quay> a tag, and “what” is ½ € – 😀?',
      link: '/2025/characters?from=feed&lang=en',
      published: '2025-11-16T09:00:00+01:00',
      body: '<p>A text with &lt;b&gt;tags&lt;/b&gt; that are none, &amp;amp; with ]]&gt; in it.</p>',
      images: [
        {
          url: '/pictures/tower.png?w=320&h=200',
          alt: 'A tower',
          caption: 'The tower – 5 > 3 & “high”.',
          credit: 'R&D',
        },
      ],
      tags: ['R&D', 'fish & ships'],
    },
    pictures: [
      {
        url: '/pictures/tower.png?w=320&h=200',
        caption: 'The tower – 5 > 3 & “high”.',
        credit: 'Photo: R&D',
      },
    ],
    summary: 'A text with <b>tags</b> that are none, &amp; with ]]> in it.',
  },
  {
    record: {
      title: 'The timetable is out, as a document and as a recording',
      link: '/2025/timetable',
      published: '2025-11-15T09:00:00+01:00',
      body: '<p>The timetable of the ferries can be read and heard.</p>',
      attachments: [
        { url: '/files/timetable.pdf', title: 'Timetable', type: 'application/pdf', bytes: 400 },
        { url: '/files/timetable.mp3', title: 'Timetable, read aloud', bytes: 8192 },
      ],
      contacts: [{ name: 'Timetable desk', email: 'timetable@harbour.example' }],
      tags: ['ferries'],
    },
    also: ['Timetable desk', 'timetable@harbour.example'],
    summary: 'The timetable of the ferries can be read and heard.',
  },
  {
    record: {
      title: 'Bến cảng mới: mười cần cẩu, 港口開放、新しい岸壁',
      link: '/2025/vi/ben-cang',
      published: '2025-11-14T09:00:00+01:00',
      language: 'vi',
      body: '<p>Mười cần cẩu đã được dựng lên ở bến cảng mới.</p><p>新しい岸壁は長さ千二百メートルです。</p>',
      authors: ['Văn phòng báo chí'],
      tags: ['bến cảng'],
    },
    summary: 'Mười cần cẩu đã được dựng lên ở bến cảng mới.',
  },
  {
    record: {
      title: 'The annual report, whole',
      link: '/2025/annual-report',
      published: '2025-11-13T09:00:00+01:00',
      summary: 'All of the annual report.',
      body: long.map((text) => `<p>${text}</p>`).join(''),
      tags: ['report'],
    },
    summary: 'All of the annual report.',
  },
]

const pictures = new Set(releases.flatMap(({ pictures = [] }) => pictures.map(({ url }) => url)))

export function hardSite(origin: string): Site {
  return {
    newsroom: {
      title: 'Newsroom of the Harbour – “hard & fast”',
      link: origin,
      description: 'Releases of the harbour, in the languages of its sailors',
      language: 'en',
      authors: [office],
      articles: releases.map(({ record }, index) => ({ ...record, id: idOf(index, origin) })),
      feeds,
    },
    now: '2026-01-01',
    file: (path) => {
      if (path === '/files/timetable.pdf') return { type: 'application/pdf', bytes: drawPage() }
      if (path === '/files/timetable.mp3') {
        return { type: 'audio/mpeg', bytes: new Uint8Array(8192) }
      }
      const number = [...pictures].findIndex((url) => url.replace(/\?.*/, '') === path)
      return number < 0 ? undefined : { type: 'image/png', bytes: drawPicture(number + 1) }
    },
  }
}

export function expectedOfHard(origin: string): readonly ExpectedArticle[] {
  return releases.map(({ record, summary, also = [], isRightToLeft = false, ...more }, index) => ({
    title: record.title,
    link: new URL(record.link, origin).href,
    id: idOf(index, origin),
    authors: (record.authors ?? [office]).map(String),
    published: instant(String(record.published)) ?? '',
    summary,
    blocks: [...blocksOf(record.body ?? ''), ...also],
    pictures: (more.pictures ?? []).map((each) => ({
      ...each,
      url: new URL(each.url, origin).href,
    })),
    tags: record.tags ?? [],
    language: record.language ?? 'en',
    isRightToLeft,
  }))
}

// Some readers keep what they have under its id alone, so an id says from which server it is.
function idOf(index: number, origin: string): string {
  return `tag:harbour.example,2025:${new URL(origin).port}-${index + 1}`
}
