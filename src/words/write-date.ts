import type { Day } from '../date.js'
import { fillText, type Words } from './words.js'

/** A day in the words of a language: `2 March 2026`, `1er mars 2026`, `ngày 2 tháng 3 năm 2026`. */
export function writeDate({ year, month, day }: Day, words: Words): string {
  return fillText(words.date, {
    day: day === 1 ? words.firstDay : dayLike(words.firstDay, day),
    month: words.months[month - 1] ?? String(month),
    year: String(year).padStart(4, '0'),
  })
}

// With two digits where the first day has them: 2026-03-02.
function dayLike(firstDay: string, day: number): string {
  return /^0/.test(firstDay) ? String(day).padStart(2, '0') : String(day)
}
