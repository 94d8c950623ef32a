/** From a function of web requests to a listener of Node's own server. */
import { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What `createHandler` of `pressfeed/web` returns, or any function like it. */
export type WebHandler = (request: Request) => Response | Promise<Response>

/**
 * Makes a listener for `node:http`, and for frameworks that pass its requests on, such as Express. It answers every
 * request; what is no feed is answered by the handler's `otherwise`. The body of a request is not read.
 */
export function toNodeListener(
  handler: WebHandler,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    respond(handler, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
}

async function respond(
  handler: WebHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A Request cannot have this method. Node itself ends a CONNECT.
  if (request.method === 'TRACE') return void response.writeHead(501).end()
  const answer = await handler(toRequest(request))
  // All headers of a name are one text, but for cookies, of which each is a header of its own.
  const cookies = answer.headers.getSetCookie()
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  })
  response.end(answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()))
}

// Express takes the part of the path off at which it passes a request on; the whole one is in `originalUrl`.
function toRequest(request: IncomingMessage & { readonly originalUrl?: string }): Request {
  const { method = 'GET', url = '/', originalUrl = url } = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    // In HTTP/2 method and path are among them.
    if (name.startsWith(':')) continue
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  // Only the path counts, and a host is whatever the client says, also in front of the path (RFC 9112, section 3.2.2).
  const target = originalUrl.replace(/^https?:\/\/[^/?#]*/i, '')
  const path = target.startsWith('/') ? target : '/'
  return new Request(new URL(`http://localhost${path}`), { method, headers })
}
