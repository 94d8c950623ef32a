/** Telling one hub of one feed: a form, an answer, and patience. */
import { generator } from '../formats/generator.js'
import { answerIn, reasonOf, retryAfterOf, type HubAnswer } from './announce-answer.js'

/** What telling a hub takes of the machine; tests stand in for it. */
export interface Machine {
  readonly fetch: typeof fetch
  /** Waits for so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

/** What came of it. */
export interface Outcome {
  readonly isTaken: boolean
  readonly tries: number
  readonly httpStatus: number | undefined
  /** Why it failed, in one line. */
  readonly reason: string | undefined
  /** Whether the hub is not there or wants a pause: then it is of no use to tell it of other feeds now. */
  readonly isAway: boolean
}

/** How long to wait, and how often. */
export interface Patience {
  readonly timeoutInSeconds: number
  readonly tries: number
}

const mostRedirects = 5
const firstPauseInMs = 1000
const longestPauseInMs = 30_000
// Who asks for more is asked again by the next run.
const longestRetryAfterInMs = 60_000

/**
 * Tells a hub that a feed has changed. WebSub, section 6, leaves to hubs how they want to be told and names the
 * form that the public ones take: `hub.mode=publish` with the feed's address as `hub.url` (pubsubhubbub.appspot.com,
 * Superfeedr); Switchboard reads it from `hub.topic`. So both are sent. Any 2xx says that the hub took it.
 *
 * It is tried again after no answer, 408, 429 and 5xx, with pauses that double and are never quite the same, so that
 * many publishers do not come back at one instant; `Retry-After` makes them longer (RFC 9110, section 10.2.3).
 */
export async function tellHub(
  hub: string,
  topic: string,
  { timeoutInSeconds, tries }: Patience,
  machine: Machine,
): Promise<Outcome> {
  for (let tried = 1; ; tried++) {
    const answer = await ask(hub, topic, timeoutInSeconds, machine)
    const { status, mayChange } = answer
    const wanted = retryAfterOf(answer, machine.now()) ?? 0
    const isTaken = status !== undefined && status >= 200 && status < 300
    const isPutOff = mayChange && wanted > longestRetryAfterInMs
    if (isTaken || !mayChange || isPutOff || tried >= tries) {
      const reason = isTaken ? undefined : reasonOf(answer, isPutOff ? wanted : 0)
      const isAway =
        isPutOff || status === 429 || status === 503 || (status === undefined && mayChange)
      return { isTaken, tries: tried, httpStatus: status, reason, isAway }
    }
    const pause = Math.min(firstPauseInMs * 2 ** (tried - 1), longestPauseInMs)
    await machine.sleep(Math.max(pause * (0.5 + machine.random() / 2), wanted))
  }
}

/** One try, redirects included. Never rejects. */
async function ask(
  hub: string,
  topic: string,
  timeoutInSeconds: number,
  machine: Machine,
): Promise<HubAnswer> {
  const signal = AbortSignal.timeout(timeoutInSeconds * 1000)
  let target = hub
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await machine.fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': `${generator.name}/${generator.version} (+${generator.uri})`,
        },
        body: new URLSearchParams({
          'hub.mode': 'publish',
          'hub.url': topic,
          'hub.topic': topic,
        }).toString(),
        redirect: 'manual',
        signal,
      })
      // Only these two keep a POST what it is, and WebSub, section 5.1.2, has hubs use them.
      if (response.status !== 307 && response.status !== 308)
        return await answerIn(response, target)
      await response.body?.cancel()
      const next = nextTarget(response.headers.get('location'), target)
      if (next === undefined || redirects === mostRedirects) {
        const fault = next === undefined ? 'sends us to no usable address' : 'sends us in a circle'
        return { status: response.status, mayChange: false, fault: `the hub ${fault}` }
      }
      target = next
    }
  } catch (error) {
    const fault = signal.aborted ? `no answer within ${timeoutInSeconds} s` : undefined
    return { status: undefined, mayChange: true, fault, error }
  }
}

function nextTarget(location: string | null, from: string): string | undefined {
  if (location === null || !URL.canParse(location, from)) return undefined
  const { href, protocol, username, password } = new URL(location, from)
  const isUsable = /^https?:$/.test(protocol) && username === '' && password === ''
  return isUsable ? href : undefined
}
