/** The questions of `init`. */
import { createInterface, type Interface } from 'node:readline/promises'
import { Failure } from '../failure.js'
import { lineWidth, type Surroundings } from '../surroundings.js'
import { wrap } from '../text/wrap.js'
import { answerFields, faultOf, tidy, usualAnswers, type Answers } from './answers.js'

const questions: Readonly<Record<keyof Answers, string>> = {
  title: 'Name of the newsroom',
  link: 'Its page',
  description: 'What it publishes, in one sentence',
  language: 'Language of the articles, such as en, fr-CA or vi',
}

/**
 * Asks for what was not given. An empty answer takes what stands in brackets; one that no feed can carry
 * is asked for again.
 *
 * @throws {Failure} when the person ends it
 */
export async function ask(
  given: Partial<Answers>,
  { stdin, stdout }: Pick<Surroundings, 'stdin' | 'stdout'>,
): Promise<Answers> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: stdout.isTTY === true })
  const closed = new AbortController()
  lines.once('close', () => closed.abort())
  try {
    const answers: Record<keyof Answers, string> = { ...usualAnswers, ...given }
    for (const field of answerFields) {
      if (given[field] === undefined)
        answers[field] = await askFor(field, lines, closed.signal, stdout)
    }
    return answers
  } catch (error) {
    if (closed.signal.aborted) throw new Failure('\nNothing was written.')
    throw error
  } finally {
    lines.close()
  }
}

async function askFor(
  field: keyof Answers,
  lines: Interface,
  signal: AbortSignal,
  stdout: Surroundings['stdout'],
): Promise<string> {
  for (;;) {
    const answer = tidy(
      await lines.question(`${questions[field]} (${usualAnswers[field]}): `, { signal }),
    )
    if (answer === '') return usualAnswers[field]
    const fault = faultOf(field, answer)
    if (fault === undefined) return answer
    stdout.write(`${wrap(`${fault}.`, lineWidth(stdout))}\n`)
  }
}
