/** Whether a field says something: absent, `undefined`, `null` and `''` all mean "not given". */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
