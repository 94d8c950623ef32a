/** What a newsroom says of itself, and whether a feed could say it. */
import { checkFeed } from '../../index.js'
import { oneLine } from '../../text.js'

/** What `init` wants to know. */
export interface Answers {
  readonly title: string
  readonly link: string
  readonly description: string
  readonly language: string
}

/** The fields in the order in which they are asked. */
export const answerFields = ['title', 'link', 'description', 'language'] as const

/** What is taken when nothing is said. */
export const usualAnswers: Answers = {
  title: 'Newsroom',
  link: 'https://newsroom.example/',
  description: 'News and press releases',
  language: 'en',
}

/** An answer on one line, without white space around it. */
export function tidy(answer: string): string {
  return oneLine(answer).trim()
}

/** What is wrong with an answer, as building the feed would say it; also what it would only warn of. */
export function faultOf(field: keyof Answers, answer: string): string | undefined {
  const findings = checkFeed({ ...usualAnswers, articles: [], [field]: answer })
  return findings.find(({ path }) => path === field)?.message
}
