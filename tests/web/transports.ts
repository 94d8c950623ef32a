/** The ways in which a request reaches a handler: as a value, as bytes of HTTP/1.1, and by HTTP/2. */
import { Buffer } from 'node:buffer'
import { createServer, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import type { ClientHttp2Session, Http2Server } from 'node:http2'
import { connect, type AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { toNodeListener } from 'pressfeed/node'
import type { Handler } from 'pressfeed/web'

/** A request. Its target is sent as it is; each header is a line of its own. */
export interface Ask {
  readonly method?: string
  readonly target: string
  readonly headers?: readonly (readonly [string, string])[]
}

/** What came back, without what a connection says of itself. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Send = (ask: Ask) => Promise<Answer>

/** Without any server. */
export function asValue(handler: Handler): Send {
  return async ({ method = 'GET', target, headers = [] }) => {
    const list = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
    const response = await handler(
      new Request(`https://newsroom.example${target}`, { method, headers: list }),
    )
    const body = await bytesOf(response)
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  }
}

async function bytesOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString('latin1')
}

const open: (Server | Http2Server)[] = []
const sessions: ClientHttp2Session[] = []

afterAll(async () => {
  for (const session of sessions) session.destroy()
  for (const server of open) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

async function listen(server: Server | Http2Server): Promise<number> {
  open.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

/** The port of a server of `node:http`. */
export function serveHttp1(handler: Handler): Promise<number> {
  return listen(createServer(toNodeListener(handler)))
}

/** The port of a server of `node:http2`, without encryption. */
export function serveHttp2(handler: Handler): Promise<number> {
  return listen(createHttp2Server(toNodeListener(handler)))
}

/** Sends bytes as they are; all that comes back until the connection ends. A text is UTF-8. */
export function exchange(port: number, bytes: string | Buffer): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', fail)
    socket.on('end', () => done(Buffer.concat(chunks)))
  })
}

/** As bytes of HTTP/1.1, each request in a connection of its own. */
export function asBytes(port: number): Send {
  return async ({ method = 'GET', target, headers = [] }) => {
    const lines = [['Host', 'newsroom.example'], ['Connection', 'close'], ...headers]
    const head = [
      `${method} ${target} HTTP/1.1`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
    ]
    const [answer, ...more] = readAnswers(
      await exchange(port, `${head.join('\r\n')}\r\n\r\n`),
      method,
    )
    if (answer === undefined || more.length > 0) throw new Error(`${more.length + 1} answers`)
    return answer
  }
}

const ofConnection = ['connection', 'date', 'keep-alive']

/** The answers in what came back over a connection. What is no whole answer is a fault. */
export function readAnswers(bytes: Buffer, method = 'GET'): readonly Answer[] {
  const answers: Answer[] = []
  let rest = bytes
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n')
    if (end === -1) throw new Error(`No end of the head: ${rest.toString('latin1')}`)
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n')
    const all = lines.map((line) => {
      const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? []
      return [name.toLowerCase(), value] as const
    })
    const headers = Object.fromEntries(all.filter(([name]) => !ofConnection.includes(name)))
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1])
    const hasBody = method !== 'HEAD' && status !== 304 && status !== 204
    const length = hasBody ? Number(headers['content-length'] ?? 0) : 0
    const body = rest.subarray(end + 4, end + 4 + length)
    if (body.length !== length) throw new Error(`${body.length} of ${length} bytes`)
    answers.push({ status, headers, body: body.toString('latin1') })
    rest = rest.subarray(end + 4 + length)
    // What Node refuses itself has an empty body in chunks.
    if (headers['transfer-encoding'] === 'chunked') rest = rest.subarray('0\r\n\r\n'.length)
  }
  return answers
}

/** By HTTP/2, all in one connection. */
export function asStreams(port: number): Send {
  const session = openSession(port)
  return ({ method = 'GET', target, headers = [] }) => {
    // Node's client sends no second line of a name. Section 5.3: one line says the same.
    const lines = Object.fromEntries(
      new Headers(headers.map(([name, value]): [string, string] => [name, value])),
    )
    return new Promise((done, fail) => {
      const chunks: Buffer[] = []
      let head: Pick<Answer, 'status' | 'headers'> | undefined
      const stream = session.request({ ':method': method, ':path': target, ...lines })
      stream.on('response', ({ ':status': status = 0, ...all }) => {
        const kept = Object.entries(all).filter(([name]) => !ofConnection.includes(name))
        head = { status, headers: Object.fromEntries(kept.map(([n, value]) => [n, String(value)])) }
      })
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', fail)
      stream.on('close', () => {
        if (head === undefined) return fail(new Error(`Reset: ${stream.rstCode}`))
        done({ ...head, body: Buffer.concat(chunks).toString('latin1') })
      })
      stream.end()
    })
  }
}

/** A connection of HTTP/2. */
export function openSession(port: number): ClientHttp2Session {
  const session = connectHttp2(`http://127.0.0.1:${port}`)
  sessions.push(session)
  return session
}
