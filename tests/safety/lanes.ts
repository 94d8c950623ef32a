/** Work on a list, some of it at once. */

/**
 * Does the work on each item, in so many lanes, each with a thing of its own that is opened first. The first failure
 * stops all lanes and is thrown when they stand still: what is closed then is no longer in use.
 */
export async function inLanes<Item, Own>(
  items: readonly Item[],
  lanes: number,
  open: () => Promise<Own>,
  work: (item: Item, own: Own) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const lane = async () => {
    const own = await open()
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await work(item, own)
      } catch (error) {
        left.length = 0
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** The list in pieces of at most `size`. */
export function batches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return items.length <= size
    ? [items]
    : [items.slice(0, size), ...batches(items.slice(size), size)]
}
