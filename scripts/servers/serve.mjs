// Serves the newsroom of examples/edge on Node, Bun or Deno, each with its own server: made when asked, built before, and
// compressed. Prints the ports as JSON. Ends when its input ends, so it does not outlive who started it.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import process from 'node:process'
import { toNodeListener } from 'pressfeed/node'
import { createHandler } from 'pressfeed/web'
import newsroom from './edge/newsroom.mjs'
import made from './edge/worker.mjs'
import compressed from './edge/worker-compressed.mjs'

const { nextChange } = JSON.parse(readFileSync('edge/out/report.json', 'utf8'))
const built = createHandler(newsroom, {
  read: (path) => readFileSync(`edge/out/site/${path}`),
  nextChange: new Date(nextChange),
})

const ports = {
  made: await listen(made.fetch),
  built: await listen(built),
  compressed: await listen(compressed.fetch),
}
console.log(JSON.stringify(ports))
process.stdin.on('end', () => process.exit()).resume()

async function listen(handler) {
  const { Bun, Deno } = globalThis
  const hostname = '127.0.0.1'
  if (Bun !== undefined) return Bun.serve({ hostname, port: 0, fetch: handler }).port
  if (Deno !== undefined) {
    const options = { hostname, port: 0, onListen: () => undefined }
    return Deno.serve(options, handler).addr.port
  }
  const server = createServer(toNodeListener(handler))
  await new Promise((done) => server.listen(0, hostname, done))
  return server.address().port
}
