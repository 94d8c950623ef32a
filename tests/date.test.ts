import { describe, expect, it } from 'vitest'
import { isTimeZone, readDate, toRfc822 } from '../src/date.js'

describe('readDate', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['2026-03-02T08:00Z', '2026-03-02T08:00:00Z'],
    ['2026-03-02T08:00:59.999Z', '2026-03-02T08:00:59Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59Z'],
    ['2026-03-02t08:00:00z', '2026-03-02T08:00:00Z'],
    ['2026-03-02 09:00:30+01:00', '2026-03-02T08:00:30Z'],
    ['2026-03-02T00:30+0530', '2026-03-01T19:00:00Z'],
    ['2026-03-02T22:00-05', '2026-03-03T03:00:00Z'],
    ['2026-03-02T08:00:00-00:00', '2026-03-02T08:00:00Z'],
    ['2026-12-31T23:30:00-12:00', '2027-01-01T11:30:00Z'],
    ['2026-01-01T00:00:00+14:00', '2025-12-31T10:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2000-02-29', '2000-02-29T00:00:00Z'],
    ['0001-01-01', '0001-01-01T00:00:00Z'],
    ['0099-07-01T00:00Z', '0099-07-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    [' 2026-03-02 ', '2026-03-02T00:00:00Z'],
  ])('reads %s', (value, instant) => {
    expect(readDate(value, undefined)).toMatchObject({ instant })
  })

  it.each([
    ['', 'unreadable-date'],
    ['2 March 2026', 'unreadable-date'],
    ['Mon, 02 Mar 2026 08:00:00 +0000', 'unreadable-date'],
    ['2026-3-2', 'unreadable-date'],
    ['20260302', 'unreadable-date'],
    ['2026-061', 'unreadable-date'],
    ['2026-03', 'unreadable-date'],
    ['+002026-03-02', 'unreadable-date'],
    ['02/03/2026', 'unreadable-date'],
    ['2026-03-02T8:00Z', 'unreadable-date'],
    ['2026-03-02T08Z', 'unreadable-date'],
    ['2026-03-02T08:00 CET', 'unreadable-date'],
    ['٢٠٢٦-٠٣-٠٢', 'unreadable-date'],
    ['2026-02-29', 'impossible-date'],
    ['1900-02-29', 'impossible-date'],
    ['2026-04-31', 'impossible-date'],
    ['2026-13-01', 'impossible-date'],
    ['2026-00-01', 'impossible-date'],
    ['2026-01-00', 'impossible-date'],
    ['2026-03-02T24:00Z', 'impossible-date'],
    ['2026-03-02T23:60Z', 'impossible-date'],
    ['2026-03-02T23:59:60Z', 'impossible-date'],
    ['2026-03-02T08:00+05:60', 'impossible-date'],
    ['0000-01-01', 'impossible-date'],
    ['0001-01-01T00:00+01:00', 'impossible-date'],
    ['9999-12-31T23:59:59-01:00', 'impossible-date'],
    ['2026-03-02T08:00', 'date-without-zone'],
    ['2026-03-02 08:00:00', 'date-without-zone'],
  ])('cannot read %j: %s', (value, fault) => {
    expect(readDate(value, undefined)).toEqual({ fault })
  })

  it('refuses an offset that no clock has, and a fraction of a minute', () => {
    expect(readDate('2026-03-02T08:00+24:00', undefined).instant).toBeUndefined()
    expect(readDate('2026-03-02T08:00-99:00', undefined).instant).toBeUndefined()
    // ISO 8601 reads this as half past a minute, which cutting off would change.
    expect(readDate('2026-03-02T08:00,5Z', undefined).instant).toBeUndefined()
  })

  it('reads a Date', () => {
    expect(readDate(new Date('2026-03-02T08:00:00.999Z'), 'Asia/Tokyo')).toMatchObject({
      instant: '2026-03-02T08:00:00Z',
    })
    for (const date of [new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15)]) {
      expect(readDate(date, undefined)).toEqual({ fault: 'impossible-date' })
    }
  })
})

describe('readDate in a time zone', () => {
  it.each([
    ['2026-03-02', 'Europe/Paris', '2026-03-01T23:00:00Z'],
    ['2026-07-02T09:00', 'Europe/Paris', '2026-07-02T07:00:00Z'],
    ['2026-07-02T09:00Z', 'Europe/Paris', '2026-07-02T09:00:00Z'],
    ['2026-07-02T09:00', 'Asia/Kolkata', '2026-07-02T03:30:00Z'],
    ['2026-07-02T09:00', 'Asia/Kathmandu', '2026-07-02T03:15:00Z'],
    ['2026-07-02T09:00', 'America/St_Johns', '2026-07-02T11:30:00Z'],
    ['2026-07-02T09:00', 'Australia/Eucla', '2026-07-02T00:15:00Z'],
    // On either side of the date line.
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['2026-01-01', 'Pacific/Pago_Pago', '2026-01-01T11:00:00Z'],
    ['2026-01-01T00:00', 'Pacific/Chatham', '2025-12-31T10:15:00Z'],
    // Around the clock changes of 29 March and 25 October 2026.
    ['2026-03-29T01:59:59', 'Europe/Paris', '2026-03-29T00:59:59Z'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00Z'],
    ['2026-10-25T01:59:59', 'Europe/Paris', '2026-10-24T23:59:59Z'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00Z'],
    ['2026-11-01T00:59:59', 'America/New_York', '2026-11-01T04:59:59Z'],
    ['2026-11-01T02:00', 'America/New_York', '2026-11-01T07:00:00Z'],
    // Samoa left out 30 December 2011.
    ['2011-12-29T23:59', 'Pacific/Apia', '2011-12-30T09:59:00Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    // Offsets of former times: Nepal until 1985, Paris local mean time, war time in Paris and London.
    ['1985-12-31T12:00', 'Asia/Kathmandu', '1985-12-31T06:30:00Z'],
    ['1986-01-01T12:00', 'Asia/Kathmandu', '1986-01-01T06:15:00Z'],
    ['1900-01-01T00:00', 'Europe/Paris', '1899-12-31T23:50:39Z'],
    ['1942-07-01T12:00', 'Europe/Paris', '1942-07-01T10:00:00Z'],
    ['1943-07-01T12:00', 'Europe/London', '1943-07-01T10:00:00Z'],
    ['1970-01-01T00:00', 'Europe/London', '1969-12-31T23:00:00Z'],
  ])('reads %s in %s', (value, timeZone, instant) => {
    expect(readDate(value, timeZone)).toMatchObject({ instant })
  })

  it.each([
    ['2026-03-29T02:00', 'Europe/Paris'],
    ['2026-03-29T02:59:59', 'Europe/Paris'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
    ['2026-02-29', 'Europe/Paris'],
  ])('finds no instant for %s in %s', (value, timeZone) => {
    expect(readDate(value, timeZone)).toEqual({ fault: 'impossible-date' })
  })

  it.each([
    ['2026-10-25T02:00', 'Europe/Paris'],
    ['2026-10-25T02:59:59', 'Europe/Paris'],
    ['2026-11-01T01:30', 'America/New_York'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe'],
  ])('finds two instants for %s in %s', (value, timeZone) => {
    expect(readDate(value, timeZone)).toEqual({ fault: 'ambiguous-date' })
  })

  it('agrees with the formatter of dates, hour by hour over a year', () => {
    for (const timeZone of [
      'Europe/Dublin',
      'America/Santiago',
      'Africa/Casablanca',
      'Pacific/Chatham',
    ]) {
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const seen = new Map<string, string[]>()
      for (let hour = 0; hour < 366 * 24; hour += 1) {
        const date = new Date(Date.UTC(2026, 0, 1, hour))
        const wall = format.format(date).replace(' ', 'T')
        seen.set(wall, [...(seen.get(wall) ?? []), `${date.toISOString().slice(0, 19)}Z`])
      }
      for (const [wall, instants] of seen) {
        const { instant } = readDate(wall, timeZone)
        expect([wall, instant]).toEqual([wall, instants.length === 1 ? instants[0] : undefined])
      }
    }
  })
})

it('isTimeZone knows names of the IANA database', () => {
  for (const name of [
    'Europe/Paris',
    'UTC',
    'Asia/Ho_Chi_Minh',
    'America/Argentina/Buenos_Aires',
  ]) {
    expect(isTimeZone(name)).toBe(true)
  }
  for (const name of ['', 'Europe/Atlantis', 'local', 'Paris', 'Z']) {
    expect(isTimeZone(name)).toBe(false)
  }
})

it('toRfc822 writes the English weekday and month, two digits of the day and a numeric zone', () => {
  expect(toRfc822('2026-03-02T08:00:00Z')).toBe('Mon, 02 Mar 2026 08:00:00 +0000')
  expect(toRfc822('1999-12-31T23:59:59Z')).toBe('Fri, 31 Dec 1999 23:59:59 +0000')
  expect(toRfc822('2024-02-29T00:00:00Z')).toBe('Thu, 29 Feb 2024 00:00:00 +0000')
})
