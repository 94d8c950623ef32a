/** Answers that are no document: a sentence for whoever looks. */

/** A status with a sentence; nobody keeps it. */
export function plain(
  { method }: Request,
  status: number,
  sentence: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = new TextEncoder().encode(`${sentence}\n`)
  return new Response(method === 'HEAD' ? null : body, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
