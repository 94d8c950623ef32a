import type { Words } from './words.js'

/** Spanish. */
export const spanish: Words = {
  credit: 'Foto: {credit}',
  correction: 'Corrección del {date}:',
  correctionTitle: 'Corrección: {title}',
  corrected: 'Se ha corregido este comunicado de prensa del {date}: «{title}»',
  replaces: 'Este comunicado de prensa sustituye a «{title}».',
  replacedBy: 'Este comunicado de prensa ha sido sustituido por «{title}».',
  withdrawnTitle: 'Retirado: comunicado de prensa del {date}',
  withdrawn: 'Este comunicado de prensa, publicado el {published}, fue retirado el {date}.',
  withdrawalTitle: 'Aviso: retirada del comunicado de prensa del {date}',
  dateline: '{place}, {date}',
  person: '{name}, {role}',
  notesToEditors: 'Notas para las redacciones',
  boilerplate: 'Sobre nosotros',
  contact: 'Contacto de prensa',
  date: '{day} de {month} de {year}',
  firstDay: '1',
  months: [
    ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
    ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  ],
}
