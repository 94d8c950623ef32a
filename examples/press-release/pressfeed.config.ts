import { defineNewsroom } from 'pressfeed'
import { markdownFolder } from 'pressfeed/node'

// The site where the feeds will be found: `.example` is reserved, so put your own here.
const site = 'https://newsroom.example/'

export default defineNewsroom({
  title: 'Salle de presse – exemple',
  link: site,
  description: 'Les communiqués de la salle de presse, avec leurs images et leurs légendes.',
  language: 'fr',
  timeZone: 'Asia/Ho_Chi_Minh', // for dates that do not name a zone themselves
  authors: [{ name: 'Salle de presse – exemple', url: site }],
  // The French article's own page is on another site; its pictures are served here, below /press-release/.
  articles: markdownFolder('news', { filesAt: '/press-release/' }),
  // What `pressfeed check` should not remark on: the ministry names nobody to ask, and its headlines are long.
  lint: { contact: false, titleLength: 160 },
  feeds: [
    // All articles; of one that is translated, the language that came out first.
    { format: 'rss', path: '/rss.xml' },
    { format: 'atom', path: '/atom.xml' },
    { format: 'json', path: '/feed.json' },
    // Each language by itself.
    {
      format: 'rss',
      path: '/fr/rss.xml',
      only: { language: 'fr' },
      title: 'Salle de presse – exemple (en français)',
    },
    {
      format: 'rss',
      path: '/en/rss.xml',
      only: { language: 'en' },
      title: 'Newsroom – example (in English)',
      description: 'The newsroom’s releases in English, with their pictures and captions.',
    },
  ],
  // For people who have no feed reader yet: the same releases to read, and how to subscribe.
  pages: [
    { path: '/index.html', only: { language: 'fr' } },
    {
      path: '/en/index.html',
      only: { language: 'en' },
      title: 'Newsroom – example',
      description: 'The newsroom’s releases in English, with their pictures and captions.',
    },
  ],
})
