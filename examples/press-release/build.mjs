// One press release in Markdown becomes RSS 2.0, Atom and JSON Feed. From the project's root:
//   npm run build && node examples/press-release/build.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createFeed, FeedError, formatIssue, toAtom, toJsonFeed, toRss } from 'pressfeed'
import { fromMarkdown, locateIssues } from 'pressfeed/markdown'

// Everything is read and written beside this script, wherever it is started from.
const home = new URL('./', import.meta.url)

// The site where the feeds will be found: `.example` is reserved, so put your own here.
const site = 'https://newsroom.example/'

const release = fromMarkdown(readFileSync(new URL('article.fr.md', home)))
try {
  build(release)
} catch (error) {
  if (!(error instanceof FeedError)) throw error
  // The release cannot go out as it is: say all that is to be mended, with line and column.
  report(error.issues)
  process.exitCode = 1
}

function build({ article, issues }) {
  if (article === undefined) throw new FeedError(issues)
  const feed = createFeed({
    title: 'Salle de presse – exemple',
    link: site,
    description: 'Les communiqués de la salle de presse, avec leurs images et leurs légendes.',
    language: 'fr',
    timeZone: 'Asia/Ho_Chi_Minh', // for dates that do not name a zone themselves
    authors: [{ name: 'Salle de presse – exemple', url: site }],
    articles: [article],
  })

  // `self` is where each file will be published: readers take it for the feed's own address.
  const files = {
    'rss.xml': toRss(feed, { self: `${site}rss.xml` }),
    'atom.xml': toAtom(feed, { self: `${site}atom.xml` }),
    'feed.json': toJsonFeed(feed, { self: `${site}feed.json` }),
  }

  const pictures = feed.articles.flatMap(({ images }) => images).length
  mkdirSync(new URL('out/', home), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(new URL(`out/${name}`, home), text)
    const bytes = Buffer.byteLength(text)
    console.log(
      `out/${name}: ${bytes} bytes, articles: ${feed.articles.length}, pictures: ${pictures}`,
    )
  }

  // Warnings refuse nothing; somebody should read them before the feeds go out.
  report([...issues, ...feed.issues])
}

function report(issues) {
  for (const issue of locateIssues(issues, [release])) {
    console.error(`article.fr.md ${formatIssue(issue)}`)
  }
}
