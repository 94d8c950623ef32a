/** Talks to Thunderbird as its own tests do: a script goes in, its answer comes out (the Marionette protocol). */
import { connect, type Socket } from 'node:net'

type Answer = readonly [
  type: number,
  id: number,
  error: { readonly message: string } | null,
  result: unknown,
]

export class Marionette {
  #text = Buffer.alloc(0)
  #id = 0
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #fail: (error: Error) => void = () => undefined

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => this.#hear(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('Thunderbird is gone.')))
  }

  static async open(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1')
    await new Promise<void>((done, fail) => {
      socket.once('connect', done)
      socket.once('error', fail)
    })
    const marionette = new Marionette(socket)
    await marionette.#send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })
    await marionette.#send('Marionette:SetContext', { value: 'chrome' })
    return marionette
  }

  /** Runs a script with the rights of the program; it answers by calling `done`. */
  async script<Result>(body: string, ...args: readonly unknown[]): Promise<Result> {
    const script = `const done = arguments[arguments.length - 1]; (async (...args) => {${body}})(...arguments).then(done, (error) => done({ error: String(error) }))`
    const options = { newSandbox: true, sandbox: 'system', scriptTimeout: 120_000 }
    const result = (await this.#send('WebDriver:ExecuteAsyncScript', {
      script,
      args,
      ...options,
    })) as {
      readonly value: Result & { readonly error?: string }
    }
    if (result.value?.error !== undefined) throw new Error(`Thunderbird: ${result.value.error}`)
    return result.value
  }

  close(): void {
    this.#fail = () => undefined
    this.socket.destroy()
  }

  #send(name: string, parameters: unknown): Promise<unknown> {
    const id = ++this.#id
    const text = Buffer.from(JSON.stringify([0, id, name, parameters]))
    return new Promise((done, fail) => {
      this.#fail = fail
      this.#waiting.set(id, ([, , error, result]) => {
        if (error === null) done(result)
        else fail(new Error(`Thunderbird: ${error.message}`))
      })
      this.socket.write(`${text.length}:`)
      this.socket.write(text)
    })
  }

  // Each message has its length in front: `12:[1,1,null,…`.
  #hear(chunk: Buffer): void {
    this.#text = Buffer.concat([this.#text, chunk])
    for (;;) {
      const colon = this.#text.indexOf(':')
      const end = colon + 1 + Number(this.#text.subarray(0, colon).toString())
      if (colon < 0 || this.#text.length < end) return
      const message = JSON.parse(this.#text.subarray(colon + 1, end).toString()) as unknown
      this.#text = this.#text.subarray(end)
      // The first one is a greeting.
      if (!Array.isArray(message)) continue
      const answer = message as unknown as Answer
      this.#waiting.get(answer[1])?.(answer)
      this.#waiting.delete(answer[1])
    }
  }
}
