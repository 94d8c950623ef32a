import { describe, expect, it } from 'vitest'
import { prepareBody } from '../../src/html/prepare-body.js'
import { asBrowser, asWritten, dangers } from '../html/judge.js'
import { payloads } from './payloads/index.js'

// What comes of them in every field of a record, and what a browser does then: tests/safety.
describe('the corpus of attacks', () => {
  it('has many, each once, of every family', () => {
    expect(payloads.length).toBeGreaterThan(1000)
    expect(new Set(payloads.map(({ html }) => html)).size).toBe(payloads.length)
    expect(new Set(payloads.map(({ family }) => family)).size).toBeGreaterThanOrEqual(25)
  })

  const families = [...new Set(payloads.map(({ family }) => family))]
  it.each(families)('leaves nothing of %s in a body', (name) => {
    for (const { html: attack } of payloads.filter(({ family }) => family === name)) {
      for (const body of [attack, `<table><tr><td>${attack}`, `<p title="${attack}">x`]) {
        const { html } = prepareBody(body, { base: 'https://newsroom.example/a', pictures: [] })
        const tree = asBrowser(html)
        expect(dangers(tree), body).toEqual([])
        expect(asWritten(html), body).toEqual(tree)
      }
    }
  })
})
