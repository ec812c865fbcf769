/**
 * Does each by itself, in order, and answers how much was done: what fails keeps none of those behind it waiting, run
 * after run. Throws once all had their turn, with every reason. Stops between two.
 */
export async function eachAlone<Item>(
  items: readonly Item[],
  stopping: AbortSignal,
  work: (item: Item) => Promise<number>,
): Promise<number> {
  const reasons: unknown[] = []
  let done = 0
  for (const item of items) {
    if (stopping.aborted) break
    try {
      done += await work(item)
    } catch (reason) {
      reasons.push(reason)
    }
  }
  if (reasons.length > 0) throw new AggregateError(reasons, `${reasons.length} of ${items.length} failed`)
  return done
}
