/** The feeds in the server of a build tool, made anew for each request. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { FeedError } from '../issue.js'
import type { Newsroom } from '../newsroom/definition.js'
import { toNodeListener } from '../node/node-listener.js'
import { openBuiltSite } from '../web/built-site.js'
import { createHandler } from '../web/handler.js'
import { findingsText } from './findings-text.js'

/** A step of a server such as that of Vite (connect). */
export type Middleware = (
  request: IncomingMessage & { readonly originalUrl?: string | undefined },
  response: ServerResponse,
  next: () => void,
) => void

/** What the middleware is told beside the newsroom. */
export interface MiddlewareOptions {
  /** The folder to which relative paths of the newsroom are relative. */
  readonly root: string
  /** Called with what is wrong, for each request that meets it. */
  readonly onError: (text: string) => void
}

/**
 * Answers requests for the feeds, and passes all others on. Where the articles have an error, the answer says which:
 * whoever asks here is the one to mend it.
 *
 * @throws {FeedError} when the newsroom's feeds cannot be read
 */
export function feedMiddleware(
  newsroom: Newsroom,
  { root, onError }: MiddlewareOptions,
): Middleware {
  // Of a newsroom that was built before, the paths are known without a look at the articles.
  const { has } = openBuiltSite(newsroom, () => undefined, undefined, new Date())
  return (request, response, next) => {
    const { originalUrl, url = '/' } = request
    const [path = '/'] = (originalUrl ?? url).split(/[?#]/)
    if (!has(path)) return next()
    const faults: unknown[] = []
    // A new one each time: it remembers nothing that it could serve instead of telling the error.
    const handler = createHandler(newsroom, {
      root,
      maxAgeInSeconds: 0,
      onError: (error) => faults.push(error),
    })
    const listener = toNodeListener(async (asked) => {
      const answer = await handler(asked)
      if (faults.length === 0) return answer
      const text = faults.map(textOf).join('\n')
      onError(text)
      const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
      return new Response(`${text}\n`, { status: 500, headers })
    })
    listener(request, response)
  }
}

function textOf(error: unknown): string {
  return error instanceof FeedError ? findingsText(error) : String(error)
}
