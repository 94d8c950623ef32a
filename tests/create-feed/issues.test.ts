import { describe, expect, it } from 'vitest'
import {
  checkFeed,
  createFeed,
  FeedError,
  formatIssue,
  issueCodes,
  type IssueCode,
} from 'pressfeed'
import { issue } from '../../src/issue.js'
import { said } from '../hostile/feed-with.js'
import { expectSentence } from './expect-sentence.js'
import { builds } from './provoked-by-build.js'
import { refusals } from './refusals.js'
import { warnings } from './warnings.js'

// Findings in files of Markdown; their tests are with the Markdown reader's.
const ofMarkdown = [
  'empty-embargo',
  'front-matter-unclosed',
  'front-matter-syntax',
  'front-matter-language',
  'not-text',
  'too-long',
  'picture-not-read',
  'front-matter-not-first',
  'front-matter-unopened',
  'cut-by-comment',
]

it('has an input for every code', () => {
  const provoked = [...refusals, ...warnings, ...builds].map(({ code }) => code)
  expect([...provoked, ...ofMarkdown].sort()).toEqual(Object.keys(issueCodes).sort())
})

it('gives a finding the severity of the table', () => {
  const codes = Object.keys(issueCodes) as IssueCode[]
  const given = codes.map((code) => [code, issue(code, '', '').severity])
  expect(given).toEqual(Object.entries(issueCodes).map(([code, [severity]]) => [code, severity]))
})

describe.each(refusals)('$code', ({ code, path, input, now, write }) => {
  it('refuses the feed, and is all that is said', () => {
    const options = now === undefined ? {} : { now }
    const error = thrownBy(() => {
      const feed = createFeed(input, options)
      write?.(feed)
    })
    expect(said(error.issues)).toEqual([`${code} ${path}`.trim()])
    expect(error.issues[0]?.severity).toBe('error')
    expect(error.message).toBe(error.issues.map(formatIssue).join('\n'))
    if (write === undefined) expect(checkFeed(input, options)).toEqual(error.issues)
    expectSentence(error.issues[0]!)
  })
})

describe.each(warnings)('$code', ({ code, path, input, now }) => {
  it('comes with the feed, and is all that is said', () => {
    const options = now === undefined ? {} : { now }
    const feed = createFeed(input, options)
    expect(said(feed.issues)).toEqual([`${code} ${path}`])
    expect(feed.issues[0]?.severity).toBe('warning')
    expect(checkFeed(input, options)).toEqual(feed.issues)
    expectSentence(feed.issues[0]!)
  })
})

describe('messages', () => {
  it.each([
    ['missing-field', 'title', 'No title: expected text'],
    [
      'unreadable-date',
      'articles[0].published',
      /^Cannot read date "2 March": expected a date such as/,
    ],
    [
      'unknown-field',
      'articles[0].publised',
      'Unknown field "publised": did you mean "published"?',
    ],
    ['duplicate-id', 'articles[1].id', /articles\[0\]/],
    [
      'invalid-media-type',
      'articles[0].attachments[0].type',
      /"pdf".*application\/pdf|image\/jpeg/,
    ],
    ['wrong-type', 'articles[0].tags', 'Cannot use "energy": expected a list'],
    ['address-scheme', 'icon', /"data:image\/png,x".*expected http or https/],
  ])('%s quotes what was given and says what is wanted', (code, _, message) => {
    const { input } = [...refusals, ...warnings].find((each) => each.code === code)!
    expect(checkFeed(input)[0]?.message).toMatch(message)
  })

  it('are put on one line with place, severity and code', () => {
    const issue = checkFeed(refusals[0]!.input)[0]!
    expect(formatIssue(issue)).toBe('title: No title: expected text (error missing-field)')
    expect(formatIssue({ ...issue, line: 3, column: 7 })).toMatch(/^3:7 title: /)
  })
})

function thrownBy(work: () => void): FeedError {
  try {
    work()
  } catch (error) {
    if (error instanceof FeedError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** What is wrong, and what is wanted; for people, on one line. */
