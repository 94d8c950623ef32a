import { expect } from 'vitest'
import type { Issue } from 'pressfeed'

/** Holds a message to how people are spoken to: one sentence that says what is wanted, in no program's words. */
export function expectSentence({ message, severity }: Issue, longest = 200): void {
  expect(message).toMatch(/^(?:[A-Z0-9]|articles|rss\.xml)[^\n\r]*[^\s.]$/)
  expect(message).not.toMatch(
    /undefined|null|NaN|\[object|Error|stack|\bat \w+\.|instanceof|valibot/,
  )
  expect(message.length).toBeLessThan(longest)
  if (severity === 'error') expect(message).toMatch(/: .{8,}/)
}
