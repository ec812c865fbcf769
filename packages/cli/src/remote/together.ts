/** As many requests at once as one key may reasonably make. */
const AT_ONCE = 6

/** Asks for each of these, some at once, and answers in their order. */
export async function together<From, To>(
  all: readonly From[],
  ask: (one: From) => Promise<To>,
): Promise<readonly To[]> {
  const answers = new Map<number, To>()
  const waiting = [...all.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, one] = next
      answers.set(index, await ask(one))
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, work))
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer)
}

/** Everything of a list, all its pages. */
export async function gathered<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}
