// `npm run test:speed`: fails when speed was lost. Ratios in one run, as bench/run.mjs has them; the floors are far enough below
// what was measured that noise does not cross them, also on machines whose memory is quick to be had, where the others gain most.
import { measureWhole } from './whole.mjs'
import { measureWriters } from './writers.mjs'

// By format: how many times as fast as `feed` to bytes, and which part of the speed of the limit.
const floors = {
  rss: { feed: 1.5, limit: 0.45 },
  atom: { feed: 1.7, limit: 0.45 },
  json: { feed: 0.6, limit: 0.6 },
}
// Raw records to RSS, where `feed` is given the same care.
const floorOfWhole = 0.6

let lost = 0
const rows = await measureWriters('french', 500, 15)
for (const { format, to, times } of rows) {
  if (to !== 'bytes') continue
  for (const [name, floor] of Object.entries(floors[format]))
    hold(`${format} to bytes, against ${name}`, times[name] / times.pressfeed, floor)
}
for (const { kind, times } of await measureWhole('french', 300, 11)) {
  if (kind === 'with care')
    hold('records to RSS, against feed with care', times.feed / times.pressfeed, floorOfWhole)
}
process.exit(lost === 0 ? 0 : 1)

function hold(what, ratio, floor) {
  const isLost = !(ratio >= floor)
  if (isLost) lost += 1
  console.log(
    `${isLost ? 'LOST' : 'ok'}: ${what}: ${ratio.toFixed(2)}, at least ${floor} is wanted`,
  )
}
