import { Feed } from 'feed'

/** An object of the `feed` package in which every field that it knows is set. */
export function fullFeed(): Feed {
  const feed = new Feed({
    title: 'Newsroom',
    description: 'Press releases of the office',
    id: 'https://newsroom.example/',
    link: 'https://newsroom.example/',
    language: 'en',
    image: 'https://newsroom.example/logo.png',
    favicon: 'https://newsroom.example/favicon.ico',
    copyright: '© 2026 The office',
    updated: new Date('2026-03-05T08:00:00Z'),
    generator: 'Our site',
    ttl: 60,
    stylesheet: 'https://newsroom.example/feed.xsl',
    feed: 'https://newsroom.example/rss.xml',
    feedLinks: { json: 'https://newsroom.example/feed.json' },
    hub: 'https://hub.example/',
    docs: 'https://newsroom.example/about-feeds',
    podcast: true,
    category: 'News',
    author: {
      name: 'Press office',
      email: 'press@newsroom.example',
      link: 'https://newsroom.example/press',
    },
  })
  feed.addItem({
    title: 'Second plant opens',
    link: 'https://newsroom.example/2026/second-plant',
    id: 'tag:newsroom.example,2026:second-plant',
    guid: 'tag:newsroom.example,2026:second-plant',
    date: new Date('2026-03-04T09:30:00Z'),
    published: new Date('2026-03-02T08:00:00Z'),
    description: 'A plant for rotors.',
    content: '<p>The plant will make <em>rotors</em>.</p>',
    category: [
      { name: 'Industry' },
      {
        name: 'manufacturing',
        term: 'medtop:20000235',
        scheme: 'https://cv.example/medtop/',
        domain: 'https://cv.example/medtop/',
      },
      { name: 'Rotors', term: 'rotors' },
    ],
    image: {
      url: 'https://newsroom.example/plant.jpg',
      type: 'image/jpeg',
      length: 2000,
      title: 'The plant',
    },
    enclosure: {
      url: 'https://newsroom.example/plan.pdf',
      type: 'application/pdf',
      length: 3000,
      title: 'Site plan',
    },
    audio: {
      url: 'https://newsroom.example/speech.mp3',
      type: 'audio/mpeg',
      length: 4000,
      duration: 185,
    },
    video: 'https://newsroom.example/opening.mp4',
    author: [
      {
        name: 'Press office',
        email: 'press@newsroom.example',
        link: 'https://newsroom.example/press',
      },
      { name: 'Plant office', avatar: 'https://newsroom.example/plant-office.png' },
    ],
    contributor: [{ name: 'Picture desk' }],
    copyright: '© 2026 The plant office',
    extensions: [{ name: '_office', objects: { number: '0012', desks: ['plant'] } }],
  })
  feed.addItem({
    title: 'Office moves',
    link: 'https://newsroom.example/2026/office-moves',
    date: new Date('2026-02-01T10:00:00Z'),
    description: '<p>The office is in <b>Harbour Street</b> now.</p>',
  })
  feed.addCategory('Press')
  feed.addContributor({ name: 'Web office', link: 'https://newsroom.example/web' })
  feed.addExtension({ name: '_desk', objects: { floor: 3 } })
  return feed
}
