import type { Words } from './words.js'

/** English. The date is in the order that cannot be mistaken. */
export const english: Words = {
  credit: 'Photo: {credit}',
  correction: 'Correction, {date}:',
  correctionTitle: 'Correction: {title}',
  corrected: 'This press release of {date} has been corrected: “{title}”',
  replaces: 'This press release replaces “{title}”.',
  replacedBy: 'This press release has been replaced by “{title}”.',
  withdrawnTitle: 'Withdrawn: press release of {date}',
  withdrawn: 'This press release, published on {published}, was withdrawn on {date}.',
  withdrawalTitle: 'Notice: press release of {date} withdrawn',
  dateline: '{place}, {date}',
  person: '{name}, {role}',
  notesToEditors: 'Notes to editors',
  boilerplate: 'About us',
  contact: 'Press contact',
  date: '{day} {month} {year}',
  firstDay: '1',
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}
