/** What is said when a command ends early. */
import { Failure, WrongUsage } from './failure.js'
import { lineWidth, type Surroundings } from './surroundings.js'
import { wrap } from './text/wrap.js'

/** Says why, and returns the exit code. A stack is shown for mistakes in pressfeed only. */
export function explain(error: unknown, { stderr }: Surroundings): number {
  if (error instanceof WrongUsage || error instanceof Failure) {
    const lines = error.message.split('\n').map((line) => wrap(line, lineWidth(stderr)))
    stderr.write(`${lines.join('\n')}\n`)
    return error instanceof WrongUsage ? 2 : 1
  }
  stderr.write(`${mistake}\n`)
  stderr.write(`${stackOf(error)}\n`)
  return 1
}

const mistake = 'This is a mistake in pressfeed and not in your newsroom. Please report it:'

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`
}
