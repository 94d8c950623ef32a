import type { Words } from './words.js'

/** Vietnamese. Months are numbers; the date begins with the word for day. */
export const vietnamese: Words = {
  credit: 'Ảnh: {credit}',
  correction: 'Đính chính {date}:',
  correctionTitle: 'Đính chính: {title}',
  corrected: 'Thông cáo báo chí {date} này đã được đính chính: “{title}”',
  replaces: 'Thông cáo báo chí này thay thế “{title}”.',
  replacedBy: 'Thông cáo báo chí này đã được thay thế bằng “{title}”.',
  withdrawnTitle: 'Đã thu hồi: thông cáo báo chí {date}',
  withdrawn: 'Thông cáo báo chí này, phát hành {published}, đã được thu hồi vào {date}.',
  withdrawalTitle: 'Thông báo thu hồi thông cáo báo chí {date}',
  dateline: '{place}, {date}',
  person: '{name}, {role}',
  notesToEditors: 'Thông tin dành cho các tòa soạn',
  boilerplate: 'Về chúng tôi',
  contact: 'Liên hệ báo chí',
  date: 'ngày {day} tháng {month} năm {year}',
  firstDay: '1',
  months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
}
