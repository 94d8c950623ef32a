// From the project's root, after `npm run build`:
//   npx pressfeed build --config examples/database/pressfeed.config.mjs --out examples/database/out
import { defineNewsroom } from 'pressfeed'
import { articles } from './articles.mjs'
import { openDatabase } from './database.mjs'

export default defineNewsroom({
  title: 'Ministry of Tides and Harbours',
  link: 'https://tides.example/news/',
  description: 'Announcements of a ministry that exists in this example only.',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  articles: fromDatabase,
  feeds: [
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    { format: 'rss', path: '/tags/lighthouses.xml', only: { tag: 'Lighthouses' } },
    { format: 'rss', path: '/tags/ferries.xml', only: { tag: 'Ferries' } },
  ],
})

// Called once a build. The connection is closed behind the last article, so that the process can end.
async function* fromDatabase() {
  const db = await openDatabase()
  try {
    yield* articles(db)
  } finally {
    await db.close()
  }
}
