// A newsroom whose articles are data. A content system's export, or a query, may take the place of the list.
import { defineNewsroom } from 'pressfeed'

// When the second release comes out. Until then it is in no feed, on no edge.
const embargo = '2030-01-07T09:00:00Z'

const articles = [
  {
    title: 'Night ferries return',
    link: '/news/night-ferries/',
    published: '2026-03-02T09:00:00Z',
    body: '<p>From April, ferries cross the <a href="/bay/">bay</a> until two at night.</p>',
    tags: ['Ferries'],
    images: [
      {
        url: '/pictures/ferry.jpg',
        alt: 'A ferry with its lights on',
        caption: 'The ferry « Été » at night.',
        credit: 'Press office',
        width: 1200,
        height: 800,
        bytes: 120000,
      },
    ],
  },
  {
    title: 'A second harbour for the bay',
    link: '/news/second-harbour/',
    published: embargo,
    embargo,
    body: '<p>The second harbour opens in the spring.</p>',
    tags: ['Harbours'],
  },
  {
    title: 'Lighthouse lit again',
    link: '/news/lighthouse/',
    published: '2026-02-10T09:00:00Z',
    body: '<p>The lighthouse shines again, after two years of repairs.</p>',
    tags: ['Lighthouses'],
  },
]

export default defineNewsroom({
  title: 'Ministry of Tides and Harbours',
  link: 'https://tides.example/news/',
  description: 'Announcements of a ministry that exists in this example only.',
  language: 'en',
  hub: 'https://hub.example/',
  articles,
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'rss', path: '/ferries.xml', only: { tag: 'Ferries' } },
  ],
  opml: '/feeds.opml',
})
