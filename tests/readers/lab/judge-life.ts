/** What a reader's user sees of a release that stays as it is, is corrected, and is withdrawn. */
import { life, lifeSite } from '../newsrooms/life.js'
import type { Check, Got } from './judge.js'
import { open, tell } from './open.js'
import { plain } from './plain.js'
import { until } from './program.js'
import { byFormat, formats, type Format, type Reader, type Session } from './reader.js'
import type { Served } from './serve.js'

export const lifeFields = ['correction', 'withdrawal', 'unchanged'] as const
export type LifeField = (typeof lifeFields)[number]

/** Takes a reader that knows the release as it came out through the rest of its life. */
export async function judgeLife(
  reader: Reader,
  session: Session,
  served: Served,
): Promise<Readonly<Record<Format, Readonly<Record<LifeField, readonly Check[]>>>>> {
  const known = await itemsOf(session, served)
  // A second time, since newsboat notes the version of a feed only when it fetches it for the second time.
  await refresh(reader, session, served)
  const before = served.asked.length
  await refresh(reader, session, served)
  const unchanged = served.asked.slice(before)
  served.change(lifeSite(served.origin, 'corrected'))
  await refresh(reader, session, served, life.announcedCorrection)
  const corrected = await itemsOf(session, served)
  served.change(lifeSite(served.origin, 'withdrawn'))
  await refresh(reader, session, served, life.announcedWithdrawal)
  const withdrawn = await itemsOf(session, served)
  return byFormat((format) => ({
    correction: [...isPublished(known[format]), ...isCorrected(corrected[format])],
    withdrawal: isWithdrawn(withdrawn[format]),
    unchanged: [asksForChanges(unchanged, served.urlOf(format), known[format].length > 0)],
  }))
}

// Until every feed was asked, and the item is there that every reader gets.
async function refresh(reader: Reader, session: Session, served: Served, title?: string) {
  const before = served.asked.length
  await session.refresh()
  for (const format of reader.formats) {
    const url = served.urlOf(format)
    const isAsked = () => served.asked.slice(before).some(({ path }) => url.endsWith(path))
    await until(`${reader.name} to ask for ${format} again`, isAsked).catch(tell)
    if (title === undefined) continue
    const isThere = async () => (await session.read(url)).some((each) => each.title === title)
    await until(`${reader.name} to have “${title}” of ${format}`, isThere, 30).catch(tell)
  }
}

async function itemsOf(session: Session, served: Served): Promise<Record<Format, readonly Got[]>> {
  const items: Record<Format, readonly Got[]> = { rss: [], atom: [], json: [] }
  for (const format of formats) {
    const url = served.urlOf(format)
    const all: Got[] = []
    for (const stored of await session.read(url)) all.push(await open(session, url, stored))
    items[format] = all
  }
  return items
}

function isPublished(items: readonly Got[]): readonly Check[] {
  return [check('the release, once it is out', titled(items, life.title).some(says(life.wrong)))]
}

function isCorrected(items: readonly Got[]): readonly Check[] {
  const releases = titled(items, life.title)
  return [
    check(
      'the correction as an item of its own',
      titled(items, life.announcedCorrection).length === 1,
    ),
    check('the correction in the release', releases.some(says(life.correction))),
    check('the release once', releases.length === 1),
    check('nowhere what was wrong', items.length > 0 && !items.some(says(life.wrong))),
  ]
}

function isWithdrawn(items: readonly Got[]): readonly Check[] {
  const notices = items.filter(says(life.notice)).filter(says(life.reason))
  return [
    check(
      'the withdrawal as an item of its own',
      titled(items, life.announcedWithdrawal).length === 1,
    ),
    check('the notice in place of the release', titled(notices, life.withdrawnTitle).length === 1),
    check('no release any more', items.length > 0 && titled(items, life.title).length === 0),
    check('nowhere its text', items.length > 0 && !items.some(says(life.right))),
  ]
}

function asksForChanges(asked: Served['asked'], url: string, isRead: boolean): Check {
  const mine = asked.filter(({ path }) => url.endsWith(path))
  const isTold = mine.some(({ status, isConditional }) => status === 304 && isConditional)
  const seen = mine.map(({ status }) => status).join(', ') || 'nothing'
  return check(`a request that names the version it has, and a 304; not ${seen}`, isRead && isTold)
}

function titled(items: readonly Got[], title: string): readonly Got[] {
  return items.filter(({ stored }) => plain(stored.title ?? '') === title)
}

function says(text: string): (item: Got) => boolean {
  return ({ shown }) => plain(shown.text).includes(text)
}

function check(what: string, holds: boolean): Check {
  return { what, holds }
}
