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
  const answer = await handler(toRequest(request))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()))
}

// Express takes the part of the path off at which it passes a request on; the whole one is in `originalUrl`.
function toRequest(request: IncomingMessage & { readonly originalUrl?: string }): Request {
  const { method = 'GET', url = '/', originalUrl = url } = request
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  // Only the path counts, and a host is whatever the client says.
  const path = originalUrl.startsWith('/') ? originalUrl : '/'
  return new Request(new URL(`http://localhost${path}`), { method, headers })
}
