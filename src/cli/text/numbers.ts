/** Numbers as people read them. */

/** `1 article`, `2 articles`, `100,000 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`
}

/** A whole number with commas between the thousands. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US')
}

/** `87 bytes`, `12.3 kB`, `123 kB`, `1.2 MB`; a kB is 1,000 bytes. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte')
  const [divisor, unit] =
    bytes < 999_500 ? [1e3, 'kB'] : bytes < 999_500_000 ? [1e6, 'MB'] : [1e9, 'GB']
  const amount = bytes / divisor
  return `${amount.toFixed(amount < 99.95 ? 1 : 0)} ${unit}`
}

/** `0.41 s`, `12.3 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** The time of day on the clock of this machine: `14:03:07`. */
export function timeOfDay(date: Date): string {
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
