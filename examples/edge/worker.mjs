// Makes the feeds on the edge, when they are first asked for.
import { createHandler } from 'pressfeed/web'
import newsroom from './newsroom.mjs'

const handler = createHandler(newsroom, { onError: (error) => console.error(error) })

export default { fetch: (request) => handler(request) }
