import type { Words } from './words.js'

/** Modern Standard Arabic, with the month names and digits of most international press offices. */
export const arabic: Words = {
  credit: 'الصورة: {credit}',
  correction: 'تصحيح بتاريخ {date}:',
  correctionTitle: 'تصحيح: {title}',
  corrected: 'جرى تصحيح هذا البيان الصحفي الصادر في {date}: «{title}»',
  replaces: 'يحلّ هذا البيان الصحفي محل البيان: «{title}».',
  replacedBy: 'حلّ البيان التالي محل هذا البيان الصحفي: «{title}».',
  withdrawnTitle: 'سُحب: بيان صحفي صادر في {date}',
  withdrawn: 'سُحب بتاريخ {date} هذا البيان الصحفي المنشور في {published}.',
  withdrawalTitle: 'إشعار: سحب البيان الصحفي الصادر في {date}',
  dateline: '{place}، {date}',
  person: '{name}، {role}',
  notesToEditors: 'ملاحظات للمحررين',
  boilerplate: 'نبذة عنا',
  contact: 'للتواصل الإعلامي',
  date: '{day} {month} {year}',
  firstDay: '1',
  months: [
    ...['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو'],
    ...['يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  ],
}
