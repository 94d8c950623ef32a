/** The feeds on a development server of Vite, as a hook. */
import type { Newsroom } from '../newsroom/definition.js'
import { feedMiddleware, type MiddlewareOptions } from './feed-middleware.js'
import { readably } from './findings-text.js'
import type { ViteServer } from './vite-types.js'

/** Puts the feeds behind what Vite answers itself, but before frameworks, which answer all that reaches them. */
export function serveFeeds(
  newsroom: Newsroom,
  options: () => MiddlewareOptions,
): { readonly order: 'pre'; readonly handler: (server: ViteServer) => () => void } {
  return {
    order: 'pre',
    handler: ({ middlewares }) => {
      const middleware = readably(() => feedMiddleware(newsroom, options()))
      // Behind Vite's own, which turn away what pages elsewhere ask.
      return () => void middlewares.use(middleware)
    },
  }
}
