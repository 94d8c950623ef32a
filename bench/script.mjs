// The script that people write today: front matter by gray-matter, Markdown by marked, the feed by `feed`. It reads every
// article, sorts them and writes three feeds of the newest, or of all.
//   node bench/script.mjs <folder of articles> <folder for feeds> <how many>
import matter from 'gray-matter'
import { Feed } from 'feed'
import { marked } from 'marked'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from, to, limit] = process.argv.slice(2)
const articles = readdirSync(from, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .map((name) => matter(readFileSync(join(from, name), 'utf8')))
  .sort((a, b) => b.data.date - a.data.date)
  .slice(0, Number(limit))

const site = 'https://office.example'
const feed = new Feed({ title: 'Office of Energy', id: site, link: site, copyright: '2026' })
for (const { data, content } of articles) {
  const link = `${site}${data.link}`
  feed.addItem({
    title: data.title,
    id: link,
    link,
    date: data.date,
    description: data.description,
    content: marked.parse(content),
    author: [{ name: data.author }],
    category: data.tags.map((name) => ({ name })),
    image: data.images[0].url,
  })
}
mkdirSync(to, { recursive: true })
writeFileSync(join(to, 'rss.xml'), feed.rss2())
writeFileSync(join(to, 'atom.xml'), feed.atom1())
writeFileSync(join(to, 'feed.json'), feed.json1())
