// Builds a newsroom with `build` of the installed pressfeed/node. Runs on Node, Bun and Deno.
//   node same-files.mjs esm|cjs NEWSROOM NOW FOLDER
import { createRequire } from 'node:module'
import process from 'node:process'

const [form, root, now, outDir] = process.argv.slice(2)
const require = createRequire(import.meta.url)

await make(form === 'cjs' ? required() : await imported())

async function imported() {
  return { ...(await import('pressfeed')), ...(await import('pressfeed/node')) }
}

function required() {
  return { ...require('pressfeed'), ...require('pressfeed/node') }
}

async function make({ defineNewsroom, markdownFolder, build }) {
  const archive = { size: 6 }
  const formats = { rss: '/rss.xml', atom: '/atom.xml', json: '/feed.json' }
  const feeds = Object.entries(formats).map(([format, path]) => {
    return { format, path, limit: 9, archive }
  })
  const french = { format: 'atom', path: '/fr/atom.xml', only: { language: 'fr' } }
  const newsroom = defineNewsroom({
    title: 'Phòng báo chí « été »',
    link: 'https://newsroom.example/',
    description: 'Tin tức',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    articles: markdownFolder('content', { publicFolder: 'public', link: '/{path}' }),
    feeds: [...feeds, { ...french, maxAgeInDays: 30 }],
    opml: '/feeds.opml',
  })
  await build(newsroom, { root, now, outDir })
}
