import type { Words } from './words.js'

/** French. A no-break space stands before the colon. */
export const french: Words = {
  credit: 'Photo\u00A0: {credit}',
  correction: 'Rectificatif du {date}\u00A0:',
  correctionTitle: 'Rectificatif\u00A0: {title}',
  corrected: 'Ce communiqué de presse du {date} a été rectifié\u00A0: «\u00A0{title}\u00A0»',
  replaces: 'Ce communiqué de presse remplace «\u00A0{title}\u00A0».',
  replacedBy: 'Ce communiqué de presse a été remplacé par «\u00A0{title}\u00A0».',
  withdrawnTitle: 'Communiqué de presse du {date}\u00A0: retiré',
  withdrawn: 'Ce communiqué de presse, publié le {published}, a été retiré le {date}.',
  withdrawalTitle: 'Avis\u00A0: retrait du communiqué de presse du {date}',
  dateline: '{place}, le {date}',
  person: '{name}, {role}',
  notesToEditors: 'Note aux rédactions',
  boilerplate: 'À propos',
  contact: 'Contact presse',
  date: '{day} {month} {year}',
  firstDay: '1er',
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
}
