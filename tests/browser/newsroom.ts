/** A newsroom with all that a page can show, in two languages, at any address. */
import type { ArticleInput, Newsroom } from 'pressfeed'

const names = ['1-vice-ministre', '2-president', '3-reunion', '4-groupe'] as const

function english(index: number, origin: string): ArticleInput {
  const day = String(28 - index).padStart(2, '0')
  const headlines = [
    'Second plant opens on the river, the largest of its kind in the north',
    'Minister signs agreement on grid connections with three neighbouring states',
    'Winter reserve stands at 92 per cent',
  ]
  const picture = names[index % names.length] ?? names[0]
  return {
    title: `${headlines[index % headlines.length] ?? ''} (${index + 1})`,
    link: `/press/${index + 1}`,
    published: `2026-03-${day}T09:00:00+01:00`,
    body: `<p>${'The plant on the river makes rotors for the northern grid, and will employ 240 people in three shifts. '.repeat(5)}</p>`,
    contacts: [{ name: 'Press office', email: 'press@energy.example' }],
    ...(index % 2 === 0 && { dateline: 'PARIS' }),
    ...(index % 3 !== 2 && {
      images: [
        {
          url: `${origin}/img/${picture}.png`,
          alt: 'A drawing of a meeting',
          caption: 'The turbine hall shortly before the first rotor was lifted into its place.',
          credit: 'Ministry of Energy / A. Martin',
          width: 1200,
          height: 800,
        },
        { url: `${origin}/img/${names[0]}.png?${index}`, caption: 'Another', credit: 'The same' },
      ],
    }),
    ...(index === 1 && {
      corrections: [{ date: '2026-03-30', note: 'It was signed on Tuesday, not on Monday.' }],
    }),
    ...(index === 4 && { withdrawn: { date: '2026-03-29', reason: 'It was sent by mistake.' } }),
  }
}

function arabic(index: number, origin: string): ArticleInput {
  return {
    title: `افتتاح المحطة الثانية على النهر، وهي الأكبر من نوعها في الشمال (${index + 1})`,
    link: `/ar/press/${index + 1}`,
    published: `2026-03-${String(27 - index * 5).padStart(2, '0')}`,
    language: 'ar',
    dateline: 'باريس',
    body: `<p>${'تصنع المحطة على النهر دوّارات للشبكة الشمالية، وستوظف 240 شخصًا في ثلاث نوبات. '.repeat(5)}</p>`,
    images: [
      {
        url: `${origin}/img/3-reunion.png`,
        alt: 'رسم لاجتماع',
        caption: 'قاعة التوربينات قبيل رفع الدوّار الأول.',
        credit: 'وزارة الطاقة',
      },
    ],
    ...(index === 1 && { corrections: [{ date: '2026-03-25', note: 'صُحّح عدد الوظائف.' }] }),
  }
}

/** The newsroom at an origin. */
export function newsroomAt(origin: string): Newsroom {
  const count = (length: number) => Array.from({ length }, (_, index) => index)
  return {
    title: 'Ministry of Energy – Newsroom',
    link: `${origin}/press/`,
    description: 'Press releases of the Ministry of Energy, with pictures, captions and credits.',
    language: 'en',
    timeZone: 'Europe/Paris',
    copyright: '© 2026 Ministry of Energy',
    logo: { url: `${origin}/img/4-groupe.png`, width: 120, height: 80 },
    icon: `${origin}/img/1-vice-ministre.png`,
    articles: [
      ...count(12).map((index) => english(index, origin)),
      ...count(3).map((index) => arabic(index, origin)),
    ],
    feeds: [
      { format: 'rss', path: '/rss.xml' },
      { format: 'atom', path: '/atom.xml' },
      { format: 'json', path: '/feed.json' },
      { format: 'rss', path: '/ar/rss.xml', only: { language: 'ar' }, title: 'وزارة الطاقة' },
      {
        format: 'atom',
        path: '/topics/énergie.xml',
        only: { language: 'en' },
        title: 'In English',
      },
    ],
    opml: '/feeds.opml',
    pages: [
      { path: '/index.html', only: { language: 'en' } },
      {
        path: '/ar/index.html',
        only: { language: 'ar' },
        title: 'وزارة الطاقة – غرفة الأخبار',
        description: 'البيانات الصحفية لوزارة الطاقة مع صورها وشروحها.',
      },
      { path: '/all.html', title: 'Everything, in both languages' },
    ],
    stylesheet: '/feed.css',
  }
}
