/** A document from its chunks. */
export function joined(chunks: Iterable<string>): string {
  let text = ''
  for (const chunk of chunks) text += chunk
  return text
}
