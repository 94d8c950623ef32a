/**
 * A text as it is compared: in lower case, and composed, since names from a Mac have accents of their own
 * (Unicode normalisation form C).
 */
export function matchKey(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
