import { describe, expect, it } from 'vitest'
import { formatIssue } from 'pressfeed'
import { expectSentence } from './expect-sentence.js'
import { builds, findingsOf } from './provoked-by-build.js'

describe.each(builds)('$code', (provoked) => {
  it('comes from a build or check, with its place, and is all that refuses it', async () => {
    const [first, ...others] = await findingsOf(provoked)
    expect(first?.code).toBe(provoked.code)
    expect(formatIssue(first!)).toBe(
      `${provoked.place}${first!.message} (${first!.severity} ${provoked.code})`,
    )
    // Where no article could be read, that the feed is empty is said too.
    expect(others.filter(({ code }) => code !== 'no-articles')).toEqual([])
    expectSentence(first!, 300)
  })
})
