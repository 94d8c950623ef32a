// As examples/edge/worker.mjs, for a platform that compresses nothing itself.
import { createHandler } from 'pressfeed/web'
import newsroom from './newsroom.mjs'

const handler = createHandler(newsroom, { compress: true })

export default { fetch: (request) => handler(request) }
