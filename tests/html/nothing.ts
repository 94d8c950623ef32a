import { expect } from 'vitest'

/** An object without members. (To `toMatchObject`, `{}` is any object at all.) */
export const nothing: unknown = expect.toSatisfy(
  (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0,
)
