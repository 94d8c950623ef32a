// Thunderbird puts a body into its page by String.replace, where `$'` stands for the rest of the page.
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  $: '&#36;',
}

/** Plain text as HTML, for text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"$]/.test(text)
    ? text.replace(/[&<>"$]/g, (character) => escapes[character] ?? '')
    : text
}

/** Whether HTML would read a plain text as something else: `A & B` and `<3` mean themselves; `R&D` and `<b>` need not. */
export function readsAsMarkup(text: string): boolean {
  return /&(?=[a-z#])|<(?=[a-z/!?])/i.test(text)
}
