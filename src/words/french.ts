import type { Words } from './words.js'

/** French. A no-break space stands before the colon. */
export const french: Words = {
  credit: 'Photo\u00A0: {credit}',
  correction: 'Rectificatif du {date}\u00A0:',
  correctionTitle: 'Rectificatif\u00A0: {title}',
  corrected: 'Ce communiqué de presse du {date} a été rectifié\u00A0: {title}',
  replaces: 'Ce communiqué de presse remplace {title}.',
  replacedBy: 'Ce communiqué de presse a été remplacé par {title}.',
  withdrawnTitle: 'Retiré\u00A0: communiqué de presse du {date}',
  withdrawn: 'Ce communiqué de presse, publié le {published}, a été retiré le {date}.',
  withdrawalTitle: 'Avis\u00A0: retrait du communiqué de presse du {date}',
  dateline: '{place}, le {date}',
  person: '{name}, {role}',
  notesToEditors: 'Notes aux rédactions',
  boilerplate: 'À propos',
  contact: 'Contact presse',
  date: '{day} {month} {year}',
  firstDay: '1er',
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
}
