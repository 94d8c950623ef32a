/** Dates as HTTP writes them (RFC 9110, section 5.6.7). */

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = `(?<month>${months.join('|')})`
const clock = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`

// The last two are of the past, and have to be understood all the same.
const forms = [
  String.raw`${day}, (?<date>\d{2}) ${month} (?<year>\d{4}) ${clock} GMT`,
  String.raw`[A-Z][a-z]{2,5}day, (?<date>\d{2})-${month}-(?<year>\d{2}) ${clock} GMT`,
  String.raw`${day} ${month} (?<date>\d{2}| \d) ${clock} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`))

/**
 * Reads a date, in milliseconds since 1970; `undefined` if it is none. `Date.parse` reads more than HTTP allows, and
 * takes what names no zone to be in that of the machine.
 */
export function readHttpDate(value: string, now: number): number | undefined {
  const parts = forms.map((form) => form.exec(value.trim())?.groups).find(Boolean)
  if (parts === undefined) return undefined
  const [date, hour, minute, second] = ['date', 'hour', 'minute', 'second'].map((name) =>
    Number(parts[name]),
  ) as [number, number, number, number]
  const month = months.indexOf(parts['month'] ?? '')
  const time = new Date(0)
  time.setUTCFullYear(fullYear(parts['year'] ?? '', now), month, date)
  // The 30th of February would be a day of March. A leap second is the first one of the next minute.
  if (time.getUTCDate() !== date || hour > 23 || minute > 59 || second > 60) return undefined
  return time.setUTCHours(hour, minute, second)
}

// Two digits that seem to be more than fifty years ahead are of the century before.
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const present = new Date(now).getUTCFullYear()
  const year = present - (present % 100) + Number(digits)
  return year > present + 50 ? year - 100 : year
}
