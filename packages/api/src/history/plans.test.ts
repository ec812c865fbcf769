import { afterAll, beforeAll, expect, test } from 'vitest'
import { callBy, contextFor } from '../testing/call.ts'
import { type House, house } from '../testing/house.ts'
import { plansOf } from '../testing/plans.ts'
import { type Things, thingsOf } from '../testing/things.ts'

const days = { from: '2026-05-01', to: '2026-05-04' }

let home: House
let acme: Things
beforeAll(async () => {
  home = await house()
  acme = (await thingsOf(home)).acme
})
afterAll(() => home.close())

/** How SQLite goes about a question, without the call's own asking for leave. */
async function stepsOf(path: string, input: object): Promise<readonly string[]> {
  const plans = await plansOf(home.deps.reader, (reader) =>
    callBy(
      { ...contextFor(home, home.people.owner.id), reader },
      { path, type: 'query' },
      { organization: 'acme', ...input },
    ),
  )
  return plans.flatMap((plan) => plan.steps)
}

/** What is led by the organization alone, or by it and a time: all of it, or all that happened meanwhile. */
const byTime = (steps: readonly string[]) =>
  [...new Set(steps.filter((step) => /\(organization_id=\?( AND \w+[<>].*)?\)/.test(step)))].sort()
const scans = (steps: readonly string[]) =>
  steps.filter((step) => /^SCAN (member|assignment|group|role|project|user|m|a|g|r|x\w)/.test(step))

test('what changed is read from indexes of when it did, and nothing else is', async () => {
  const steps = await stepsOf('history.changes', days)
  expect(byTime(steps)).toEqual([
    'SEARCH x USING INDEX assignment_begun_at_project (organization_id=? AND since>? AND since<?)',
    'SEARCH x USING INDEX assignment_ended (organization_id=? AND until>? AND until<?)',
    'SEARCH x USING INDEX assignment_expired (organization_id=? AND expires_at>? AND expires_at<?)',
    'SEARCH x USING INDEX group_member_begun (organization_id=? AND since>? AND since<?)',
    'SEARCH x USING INDEX group_member_left (organization_id=? AND until>? AND until<?)',
    'SEARCH x USING INDEX member_ended (organization_id=? AND until>? AND until<?)',
    'SEARCH x USING INDEX member_joined (organization_id=? AND since>? AND since<?)',
  ])
  expect(scans(steps)).toEqual([])
})

test('of one person, and of a project as of a day, only their own history is read', async () => {
  for (const [path, input] of [
    ['history.changes', { ...days, member: acme.member }],
    ['history.person', { asOf: '2026-05-04', member: acme.member }],
    ['history.projectMembers', { asOf: '2026-05-04', project: acme.project }],
  ] as const) {
    const steps = await stepsOf(path, input)
    expect(byTime(steps), path).toEqual([])
    expect(scans(steps), path).toEqual([])
  }
})
