import { defineNewsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'

export default defineNewsroom({
  title: 'Harbour Office',
  link: 'https://harbour.example/',
  description: 'News of the harbour, the ferries and the lighthouse.',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  articles: markdownFolder('content/news', { publicFolder: 'public' }),
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'rss', path: '/ferries/rss.xml', only: { tag: 'ferries' } },
  ],
})
