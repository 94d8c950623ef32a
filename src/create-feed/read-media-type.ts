/** Media types: given, or told by the name of the file. */
import { lookup } from 'mrmime'
import { fileName } from '../url.js'
import { show } from './findings.js'
import type { Context } from './read-values.js'

const mediaType = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}$/

/** A media type: given, or from the name in the address. */
export function readMediaType(
  value: string | null | undefined,
  path: string,
  href: string,
  { findings }: Context,
): string | undefined {
  const given = (value ?? '').trim().toLowerCase()
  if (given === '') return typeFromName(href)
  if (mediaType.test(given)) return given
  const message = `Cannot use media type ${show(value)}: expected one such as image/jpeg`
  findings.add('invalid-media-type', path, message)
  return undefined
}

// What offices attach and the table of the web leaves out.
const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const officeTypes: ReadonlyMap<string, string> = new Map([
  ['docx', `${openXml}.wordprocessingml.document`],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', `${openXml}.spreadsheetml.sheet`],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', `${openXml}.presentationml.presentation`],
  ['odt', `${openDocument}.text`],
  ['ods', `${openDocument}.spreadsheet`],
  ['odp', `${openDocument}.presentation`],
])

// The table's lookup also takes a bare name for an ending, and finds what every object inherits.
function typeFromName(href: string): string | undefined {
  const ending = href === '' ? undefined : /\.([a-z0-9]+)$/i.exec(fileName(href))?.[1]
  if (ending === undefined) return undefined
  const type: unknown = officeTypes.get(ending.toLowerCase()) ?? lookup(ending)
  return typeof type === 'string' ? type : undefined
}
