import type { Words } from './words.js'

/** German. */
export const german: Words = {
  credit: 'Foto: {credit}',
  correction: 'Korrektur vom {date}:',
  correctionTitle: 'Korrektur: {title}',
  corrected: 'Diese Pressemitteilung vom {date} wurde korrigiert: „{title}“',
  replaces: 'Diese Pressemitteilung ersetzt „{title}“.',
  replacedBy: 'Diese Pressemitteilung wurde durch „{title}“ ersetzt.',
  withdrawnTitle: 'Zurückgezogen: Pressemitteilung vom {date}',
  withdrawn: 'Diese Pressemitteilung vom {published} wurde am {date} zurückgezogen.',
  withdrawalTitle: 'Hinweis: Pressemitteilung vom {date} zurückgezogen',
  dateline: '{place}, {date}',
  person: '{name}, {role}',
  notesToEditors: 'Hinweise für Redaktionen',
  boilerplate: 'Über uns',
  contact: 'Pressekontakt',
  date: '{day}. {month} {year}',
  firstDay: '1',
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
    ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  ],
}
