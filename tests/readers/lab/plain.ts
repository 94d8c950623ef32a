/** Text and instants in the one form in which the lab compares them. */

// What no reader shows: marks of direction, joiners of nothing, soft hyphens.
const invisible = /[\u00AD\u200B\u200E\u200F\u2060\u2066-\u2069\uFEFF]/g

/** Without what cannot be seen, and with one space for white space of any kind and length. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** RFC 3339 in UTC with whole seconds; `undefined` for what is no date. */
export function instant(date: string | number | Date | null | undefined): string | undefined {
  if (date === undefined || date === null || date === '') return undefined
  const time = new Date(date).getTime()
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`
}
