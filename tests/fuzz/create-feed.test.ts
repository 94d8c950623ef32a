import fc from 'fast-check'
import { it } from 'vitest'
import { full } from '../fixtures/inputs.js'
import { payloads } from '../hostile/payloads/index.js'
import { anyBody, anyText, anyValue } from '../property/any-text.js'
import { validInput } from '../property/valid-input.js'
import { fuzz, patience } from './fuzz.js'
import { expectOutcome } from './outcome.js'

type Step = string | number

const texts = fc.oneof(
  ...[anyText, anyBody, fc.constantFrom(...payloads.map(({ html }) => html))],
  fc.constantFrom(
    '2026-03-02',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31T23:59:60Z',
    '/1',
    '/1#',
    'http://[',
    '//a',
    'x',
  ),
)
const values = fc.oneof({ weight: 3, arbitrary: texts }, anyValue)
const places = pathsOf(full)

/** The feed with every field, some of them replaced by anything. */
const changed = fc
  .array(fc.tuple(fc.constantFrom(...places), values), { minLength: 1, maxLength: 6 })
  .map((changes) =>
    changes.reduce<unknown>((input, [place, value]) => replaced(input, place, value), full),
  )

it('any input becomes a feed or findings', patience, () => {
  fuzz('createFeed', fc.oneof({ weight: 3, arbitrary: changed }, validInput, values), expectOutcome)
})

function pathsOf(value: unknown, place: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [place]
  const steps: readonly Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const members = value as Readonly<Record<Step, unknown>>
  return [place, ...steps.flatMap((step) => pathsOf(members[step], [...place, step]))]
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by
  const members = value as Readonly<Record<Step, unknown>>
  const member = replaced(members[step], rest, by)
  if (Array.isArray(value))
    return Number(step) < value.length ? value.with(Number(step), member) : value
  return { ...members, [step]: member }
}
