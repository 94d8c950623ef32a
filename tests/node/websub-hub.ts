/** The smallest hub that does what the W3C recommendation WebSub asks of hubs, and a subscriber to it. */
import { Buffer } from 'node:buffer'
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf, buffer as bytesOf } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** A server at a free port of 127.0.0.1 until the test is over; its address has no slash at the end. */
export async function serverOf(listener: Listener): Promise<string> {
  const server = createServer((request, response) => {
    // What a listener cannot do shows as an answer and not as a crash of the tests.
    new Promise((answered) => answered(listener(request, response))).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Subscription {
  readonly topic: string
  readonly callback: string
  readonly secret: string | undefined
  /** In milliseconds since 1970. */
  readonly until: number
}

const longestLease = 864_000

/** A hub (WebSub, sections 5 to 8). Publishers tell it with `hub.mode=publish`, as the note in section 6 has it. */
export class Hub {
  /** Its address. */
  readonly url: string
  /** Bodies of all POST requests, in order. */
  readonly requests: URLSearchParams[] = []
  /** Statuses with which topics answered when they were fetched. */
  readonly fetched: { readonly topic: string; readonly status: number }[] = []
  /** What could not be verified, fetched or delivered. */
  readonly faults: unknown[] = []
  readonly #subscriptions = new Map<string, Subscription>()
  /** The last version of each topic: its validator, and a hash to tell whether it is another. */
  readonly #versions = new Map<string, { readonly etag: string | null; readonly body: Buffer }>()
  readonly #work = new Set<Promise<void>>()

  private constructor(url: string) {
    this.url = url
  }

  static async start(): Promise<Hub> {
    const address = await serverOf((request, response) => hub.#answer(request, response))
    const hub: Hub = new Hub(`${address}/`)
    return hub
  }

  /** When all verification and distribution that is under way is done. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await textOf(request))
    const type = request.headers['content-type'] ?? ''
    const refuse = (why: string) =>
      void response.writeHead(400, { 'content-type': 'text/plain' }).end(`${why}\n`)
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
    if (!/^application\/x-www-form-urlencoded(?:;|$)/.test(type)) return refuse('not a form')
    this.requests.push(form)
    const mode = form.get('hub.mode')
    if (mode === 'publish') {
      const topic = form.get('hub.url') ?? form.get('hub.topic')
      if (topic === null || !URL.canParse(topic)) return refuse('no topic')
      response.writeHead(204).end()
      return this.#begin(() => this.#distribute(topic))
    }
    if (mode !== 'subscribe' && mode !== 'unsubscribe') return refuse('unknown hub.mode')
    const [topic, callback] = [form.get('hub.topic'), form.get('hub.callback')]
    if (topic === null || callback === null) return refuse('no topic or callback')
    const secret = form.get('hub.secret') ?? undefined
    if (Buffer.byteLength(secret ?? '') >= 200) return refuse('the secret is too long')
    // The answer must not depend on what comes of the verification (section 5.1.2).
    response.writeHead(202).end()
    const lease = Math.min(Number(form.get('hub.lease_seconds') ?? longestLease), longestLease)
    this.#begin(() => this.#verify(mode, { topic, callback, secret, lease }))
  }

  #begin(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => void this.faults.push(error))
      .finally(() => this.#work.delete(running))
    this.#work.add(running)
  }

  /** Section 5.3: nobody is subscribed who did not ask for it. */
  async #verify(
    mode: 'subscribe' | 'unsubscribe',
    asked: Omit<Subscription, 'until'> & { readonly lease: number },
  ): Promise<void> {
    const { topic, callback, secret, lease } = asked
    const challenge = randomUUID()
    const query = new URLSearchParams({
      'hub.mode': mode,
      'hub.topic': topic,
      'hub.challenge': challenge,
      'hub.lease_seconds': String(lease),
    })
    const place = `${callback}${callback.includes('?') ? '&' : '?'}${query.toString()}`
    const response = await fetch(place, { redirect: 'manual' })
    if (!response.ok || (await response.text()) !== challenge) return
    const key = JSON.stringify([topic, callback])
    if (mode === 'unsubscribe') this.#subscriptions.delete(key)
    else {
      this.#subscriptions.set(key, { topic, callback, secret, until: Date.now() + lease * 1000 })
      if (!this.#versions.has(topic)) await this.#fetch(topic)
    }
  }

  async #fetch(topic: string) {
    // This hub serves this machine alone.
    if (new URL(topic).hostname !== '127.0.0.1') return undefined
    const known = this.#versions.get(topic)
    const etag = known?.etag ?? undefined
    const response = await fetch(topic, {
      headers: etag === undefined ? {} : { 'if-none-match': etag },
    })
    this.fetched.push({ topic, status: response.status })
    if (response.status !== 200) return undefined
    const body = Buffer.from(await response.arrayBuffer())
    if (known?.body.equals(body) === true) return undefined
    this.#versions.set(topic, { etag: response.headers.get('etag'), body })
    return { body, headers: response.headers }
  }

  /** Section 7: the whole document, as it is served, to everybody whose lease still runs. */
  async #distribute(topic: string): Promise<void> {
    const version = await this.#fetch(topic)
    if (version === undefined) return
    const { body, headers } = version
    for (const [key, subscription] of this.#subscriptions) {
      if (subscription.topic !== topic) continue
      if (subscription.until <= Date.now()) this.#subscriptions.delete(key)
      else if ((await deliver(subscription, body, headers)) === 410) this.#subscriptions.delete(key)
    }
  }
}

async function deliver(
  { callback, secret }: Subscription,
  body: Buffer<ArrayBuffer>,
  topic: Headers,
): Promise<number> {
  for (let tries = 1; ; tries++) {
    const signature =
      secret !== undefined && `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const { status, ok } = await fetch(callback, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': topic.get('content-type') ?? '',
        link: topic.get('link') ?? '',
        ...(signature !== false && { 'x-hub-signature': signature }),
      },
      body,
    })
    if (ok || status === 410 || tries === 3) return status
  }
}

/** A document as a subscriber got it. */
export interface Delivery {
  readonly body: Buffer
  readonly type: string | undefined
  readonly link: string | undefined
}

/** Somebody who wants to know: finds hub and topic, subscribes, and takes what is signed with the secret. */
export class Subscriber {
  readonly deliveries: Delivery[] = []
  /** What came without the right signature. */
  readonly forged: Delivery[] = []
  readonly #secret = randomUUID()
  #pending: { readonly mode: string; readonly topic: string } | undefined

  private constructor(readonly callback: string) {}

  static async start(): Promise<Subscriber> {
    const address = await serverOf((request, response) => subscriber.#answer(request, response))
    const subscriber: Subscriber = new Subscriber(`${address}/callback?who=${randomUUID()}`)
    return subscriber
  }

  /** Section 4: by the headers of the resource. Returns the topic. */
  async subscribe(resource: string, mode = 'subscribe'): Promise<string> {
    const link = (await fetch(resource)).headers.get('link') ?? ''
    const [hub, topic] = ['hub', 'self'].map((rel) => linked(link, rel))
    if (hub === undefined || topic === undefined) throw new Error(`No hub in ${link}`)
    this.#pending = { mode, topic }
    const { status } = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({
        'hub.mode': mode,
        'hub.topic': topic,
        'hub.callback': this.callback,
        'hub.secret': this.#secret,
      }),
    })
    if (status !== 202) throw new Error(`The hub answered ${status}`)
    return topic
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const body = await bytesOf(request)
      const { 'content-type': type, link, 'x-hub-signature': signed } = request.headers
      const signature = createHmac('sha256', this.#secret).update(body).digest('hex')
      const isSigned = signed === `sha256=${signature}`
      const taken = isSigned ? this.deliveries : this.forged
      taken.push({ body, type, link: [link].flat().join() })
      return void response.writeHead(200).end()
    }
    const { searchParams: query } = new URL(request.url ?? '', this.callback)
    const { mode, topic } = this.#pending ?? {}
    if (query.get('hub.mode') !== mode || query.get('hub.topic') !== topic) {
      return void response.writeHead(404).end()
    }
    response
      .writeHead(200, { 'content-type': 'application/octet-stream' })
      .end(query.get('hub.challenge'))
  }
}

/** The target of a link in the value of a header (RFC 8288). */
export function linked(header: string, rel: string): string | undefined {
  return [...header.matchAll(/<([^>]*)>\s*;\s*rel="?([a-z]+)"?/g)].find(
    ([, , found]) => found === rel,
  )?.[1]
}
