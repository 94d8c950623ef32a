/** From a function of web requests to a listener of Node's own servers. */
import { Buffer } from 'node:buffer'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** What `createHandler` of `pressfeed/web` returns, or any function like it. */
export type WebHandler = (request: Request) => Response | Promise<Response>

/** What a request of `node:http` and one of `node:http2` have in common. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** What their responses have in common. */
export interface NodeResponse {
  readonly headersSent: boolean
  writeHead(status: number, headers?: OutgoingHttpHeaders): unknown
  end(): unknown
  end(body: Uint8Array): unknown
}

/**
 * Makes a listener for `node:http` and `node:http2`, and for frameworks that pass their requests on, such as Express. It
 * answers every request; what is no feed is answered by the handler's `otherwise`. The body of a request is not read, and that
 * of a response is sent when it is whole.
 */
export function toNodeListener(
  handler: WebHandler,
): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    respond(handler, request, response).catch(() => {
      giveUp(response)
    })
  }
}

async function respond(
  handler: WebHandler,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const asked = toRequest(request)
  if (asked === undefined) {
    // RFC 9110, section 15.6.2: the server knows no such method, whatever it is asked for.
    response.writeHead(501, { 'content-length': '0' })
    response.end()
    return
  }
  const answer = await handler(asked)
  // Before anything is sent: of a body that breaks off, others would take the next answer for the rest.
  const body = answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer())
  // All headers of a name are one text, but for cookies, of which each is a header of its own.
  const cookies = answer.headers.getSetCookie()
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  })
  if (body === undefined) response.end()
  else response.end(body)
}

function giveUp(response: NodeResponse): void {
  try {
    if (!response.headersSent) response.writeHead(500)
    response.end()
  } catch {
    // Nobody is there any more.
  }
}

// Express takes the part of the path off at which it passes a request on; the whole one is in `originalUrl`.
function toRequest(
  request: NodeRequest & { readonly originalUrl?: string | undefined },
): Request | undefined {
  const { method = 'GET', url = '/', originalUrl = url } = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    // In HTTP/2 method and path are among them.
    if (name.startsWith(':')) continue
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  // Only the path counts, and a host is whatever the client says, also in front of the path (RFC 9112, section 3.2.2).
  const target = originalUrl.replace(/^https?:\/\/[^/?#]+/i, '')
  const path = target.startsWith('/') ? target : `/${/^\?.*/.exec(target)?.[0] ?? ''}`
  return askedBy(method, `http://localhost${encoded(path)}`, headers)
}

// By HTTP/2 letters may come as they are, each byte as a character. A backslash would be taken for a slash.
function encoded(path: string): string {
  return path.replace(/[^!-[\]-~]/g, (byte) =>
    byte > '\xff' ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

// There are methods that a Request cannot have, such as TRACE, and `get` it takes for GET, which is another one.
function askedBy(method: string, url: string, headers: Headers): Request | undefined {
  try {
    const asked = new Request(url, { method, headers })
    return asked.method === method ? asked : undefined
  } catch {
    return undefined
  }
}
