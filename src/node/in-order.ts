/** Doing a few things at a time. */

/**
 * What `make` gives for each item, in the order of the items; at most `most` are under way. One that fails is thrown when
 * its turn comes.
 */
export async function* inOrder<Item, Made>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const underWay: Promise<Made>[] = []
  for await (const item of items) {
    const making = make(item)
    // Who stops before its turn has come does not want to know that it failed.
    making.catch(() => undefined)
    underWay.push(making)
    const first = underWay.length < most ? undefined : underWay.shift()
    if (first !== undefined) yield await first
  }
  for (const made of underWay) yield await made
}
