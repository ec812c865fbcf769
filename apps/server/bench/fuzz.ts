import { parseArgs } from 'node:util'
import { prepared } from '../src/testing/conforming/prepared.ts'
import { Conformity } from '../src/testing/conformity.ts'
import { attackRest } from '../src/testing/hostile/rest-attack.ts'
import { restTargets } from '../src/testing/hostile/rest-targets.ts'
import { State } from '../src/testing/hostile/state.ts'

// Calls REST with valid, nearly valid and hostile input: `npm run fuzz -- --calls 100000 --seed 7`. Each part of the
// calls has a server and an organization of its own, since hostile callers with an owner's key leave little to attack.
const PART = 2_000
const { values } = parseArgs({ options: { calls: { type: 'string' }, seed: { type: 'string' } } })
const calls = Number(values.calls ?? 100_000)
const first = Number(values.seed ?? Date.now() % 1_000_000_000)
const conformity = new Conformity()
const routes = new Set(restTargets().map(({ name }) => name))
const answered = new Set<string>()
const statuses: Record<number, number> = {}
let wrong = 0
let repeated = 0
console.log(`${calls} calls of ${routes.size} routes, seed ${first}`)
for (let done = 0; done < calls; done += PART) {
  const seed = first + done / PART
  const all = await prepared({ mail: false, webhooks: seed % 2 === 0 })
  const state = new State(all.server.data)
  const part = await attackRest(all, state, conformity, {
    seed,
    calls: Math.min(PART, calls - done),
    now: Date.now(),
  })
  const [whole, references] = state.check()
  state.close()
  await all.stop()
  if (whole !== 'ok' || !Array.isArray(references) || references.length > 0) {
    wrong += 1
    console.log(`seed ${seed}: the file is not whole`)
  }
  for (const [status, times] of Object.entries(part.statuses))
    statuses[Number(status)] = (statuses[Number(status)] ?? 0) + times
  repeated += part.repeated
  for (const name of part.answered) answered.add(name)
  for (const violation of part.violations) console.log(`seed ${seed}:`, violation)
  wrong += part.violations.length
  console.log(`${Math.min(done + PART, calls)} calls, ${wrong} went wrong`)
}
console.log('by status, 0 where the connection was closed:', statuses)
console.log(`${repeated} calls were made again under their name`)
console.log(`${answered.size} of ${routes.size} routes were answered at least once`)
console.log(
  [...routes]
    .filter((name) => !answered.has(name))
    .map((name) => `  only refused: ${name}`)
    .join('\n'),
)
process.exitCode = wrong === 0 ? 0 : 1
