/** What the families of attacks are written in. */

/** One attack. `trip()` in it calls the tripwire, an address of `spy.example` tells on the reader. */
export interface Payload {
  readonly family: string
  readonly html: string
}

/** JavaScript that calls the tripwire. */
export const trip = 'trip()'

/** The same from a frame, whose own window does not have it yet. */
export const topTrip = 'top.trip()'

/** A server that nothing may be asked of. */
export const spy = 'https://spy.example'

/** A family from its texts. */
export function family(name: string, texts: readonly string[]): readonly Payload[] {
  return texts.map((html) => ({ family: name, html }))
}

/** Every pair of a list and another. */
export function pairs<A, B>(
  first: readonly A[],
  second: readonly B[],
  join: (one: A, other: B) => string,
): readonly string[] {
  return first.flatMap((one) => second.map((other) => join(one, other)))
}
