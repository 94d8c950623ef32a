export const metadata = {
  metadataBase: new URL('https://harbour.example/'),
  title: 'Harbour Office',
  alternates: {
    types: {
      'application/rss+xml': [
        { title: 'Harbour Office (RSS)', url: '/rss.xml' },
        { title: 'Harbour Office – ferries', url: '/ferries/rss.xml' },
      ],
      'application/atom+xml': [{ title: 'Harbour Office (Atom)', url: '/atom.xml' }],
      'application/feed+json': [{ title: 'Harbour Office (JSON Feed)', url: '/feed.json' }],
    },
  },
}

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
