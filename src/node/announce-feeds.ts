/** The feeds of a newsroom as they lie in the output folder, for those who have to be told of them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { show } from '../create-feed/findings.js'
import { issue } from '../issue.js'
import type { Plan, PlannedFeed } from '../newsroom/plan.js'
import { linksIn } from './announce-links.js'
import type { FindingsList } from './findings-list.js'
import { sha256Of } from './output-files.js'
import { nameOf } from './output.js'
import { cannotRead, codeOf } from './read-fault.js'

/** A feed that can be announced. */
export interface FeedOnDisk extends Pick<PlannedFeed, 'path' | 'url'> {
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/**
 * Reads the documents that people subscribe to: neither archive pages, which do not change, nor OPML. One that is not
 * there is an error among the findings, one that is not as the newsroom has it a warning.
 */
export async function feedsOnDisk(
  { slices, hubs }: Plan,
  outDir: string,
  findings: FindingsList,
): Promise<readonly FeedOnDisk[]> {
  const feeds = slices.flatMap((slice) => slice.feeds)
  const found: FeedOnDisk[] = []
  const missing: PlannedFeed[] = []
  for (const feed of feeds) {
    try {
      const bytes = await readFile(join(outDir, feed.path))
      findings.add(differences(feed, bytes.toString('utf8'), hubs))
      found.push({ path: feed.path, url: feed.url, sha256: sha256Of(bytes) })
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') missing.push(feed)
      else findings.add([cannotRead(feed.path, error, 'a feed')])
    }
  }
  const isEmpty = missing.length === feeds.length && feeds.length > 1
  findings.add(isEmpty ? [noFeeds(outDir)] : missing.map(noFeed))
  return found
}

function noFeeds(outDir: string) {
  const message = `Cannot read the feeds in ${nameOf(outDir)}: expected them there, but there is none; build first`
  return issue('cannot-read', '', message)
}

function noFeed({ path }: PlannedFeed) {
  const message = `Cannot read ${show(path)} in the output folder: expected a feed, but nothing is there; build first`
  return issue('cannot-read', '', message)
}

function differences({ path, url, format }: PlannedFeed, text: string, hubs: Plan['hubs']) {
  const { self, hubs: named } = linksIn(text, format)
  const subject = `The feed ${path} that is out`
  const other =
    self === url
      ? []
      : [`${subject} names ${show(self)} as its address: expected ${show(url)}; build again`]
  const unnamed = hubs
    .filter((hub) => !named.includes(hub))
    .map(
      (hub) =>
        `${subject} does not name ${show(hub)}, so nobody can subscribe there: expected it as a hub; build again`,
    )
  return [...other, ...unnamed].map((message) => issue('feed-out-of-date', '', message))
}
