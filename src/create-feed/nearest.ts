// What other programs call it. The first that the record knows is meant.
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  author: ['credit'],
  byline: ['authors'],
  canonical: ['link'],
  categories: ['tags'],
  content: ['body'],
  cover: ['images'],
  creator: ['authors', 'credit'],
  date: ['published'],
  description: ['summary', 'caption'],
  enclosure: ['attachments'],
  excerpt: ['summary'],
  guid: ['id'],
  hold: ['embargo'],
  holduntil: ['embargo'],
  headline: ['title'],
  html: ['body'],
  keywords: ['tags'],
  lang: ['language'],
  lastmod: ['updated'],
  legend: ['caption'],
  modified: ['updated'],
  notbefore: ['embargo'],
  permalink: ['link'],
  photographer: ['credit'],
  photos: ['images'],
  picture: ['images'],
  pictures: ['images'],
  pubdate: ['published'],
  sperrfrist: ['embargo'],
  src: ['url'],
  subtitle: ['description', 'summary'],
  text: ['body'],
  url: ['link'],
}

/** The name that another one probably means: a usual other word, or at most a third of the letters differ. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const known = Object.hasOwn(elsewhere, wanted) ? elsewhere[wanted] : undefined
  const alias = known?.find((candidate) => names.includes(candidate))
  if (alias !== undefined) return alias
  if (wanted.length > 40) return undefined
  const [best] = names
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= wanted.length / 3 ? best.candidate : undefined
}

/** How many letters have to be put in, taken out or changed to make one word of another. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const substitution = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(substitution, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
