// Serves feeds that were built before; build.mjs makes out/, and workerd.capnp embeds the documents as texts.
import { createHandler } from 'pressfeed/web'
import newsroom from './newsroom.mjs'
import report from './out/report.json'
import rss from './out/site/rss.xml'
import atom from './out/site/atom.xml'
import json from './out/site/feed.json'
import ferries from './out/site/ferries.xml'
import opml from './out/site/feeds.opml'

const documents = new Map([
  ['rss.xml', rss],
  ['atom.xml', atom],
  ['feed.json', json],
  ['ferries.xml', ferries],
  ['feeds.opml', opml],
])

const handler = createHandler(newsroom, {
  read: (path) => documents.get(path),
  nextChange: report.nextChange === undefined ? undefined : new Date(report.nextChange),
  onError: (error) => console.error(error),
})

export default { fetch: (request) => handler(request) }
