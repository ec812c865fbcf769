import { DAY, type Instant, type RequestGround, type RequestId, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

interface Planned {
  readonly reason: string
  /** So many days before the present. */
  readonly daysAgo: number
  readonly answer?: { readonly ground: RequestGround } | { readonly message: string }
}

const PROJECT = 'Soil samples'
const REQUESTS: readonly Planned[] = [
  {
    reason: 'I date the samples of the second box.',
    daysAgo: 40,
    answer: { ground: 'members-only-data' },
  },
  { reason: 'Curious about it.', daysAgo: 26, answer: { message: 'Only those who work with them, please.' } },
  { reason: 'We publish together in spring.', daysAgo: 12, answer: { ground: 'collaboration' } },
  { reason: 'I keep the freezer where they lie.', daysAgo: 3 },
  { reason: 'The audit asks who may open the box, and I answer for it.', daysAgo: 1 },
]
const SLUG = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** Members ask for a project that takes requests, and somebody who left asks to come back: some wait still. */
export function askToJoin(town: Town, owner: UserId, present: Instant): readonly Event[] {
  return [
    ...REQUESTS.map((planned, nth) => ({
      at: present - planned.daysAgo * DAY,
      happens: () => askForProject(town, owner, planned, nth),
    })),
    { at: present - 2 * DAY, happens: () => askToComeBack(town, owner) },
  ]
}

async function askForProject(town: Town, owner: UserId, planned: Planned, nth: number): Promise<void> {
  const found = await town.as(owner).projects.list({ organization: SLUG, search: PROJECT })
  const project = found.items[0]?.id
  if (!project) return
  const { items } = await town.as(owner).members.list({ organization: SLUG, pageSize: 100, sort: 'joined' })
  for (const { user } of items.slice(20 + nth * 7)) {
    const seen = await town.as(user).projects.list({ organization: SLUG, search: PROJECT })
    if (seen.items[0]?.permissions.includes('project.read') !== false) continue
    const { reason } = planned
    const { request } = await town.as(user).requests.make({ organization: SLUG, project, reason })
    town.goTo(town.now() + 5 * HOUR)
    return answer(town, owner, request, planned)
  }
}

async function answer(town: Town, owner: UserId, request: RequestId, { answer }: Planned): Promise<void> {
  if (!answer) return
  const organization = SLUG
  if ('message' in answer) {
    await town.as(owner).requests.reject({ organization, request, message: answer.message })
    return
  }
  const roles = await town.as(owner).roles.list({ organization, level: 'project' })
  const role = roles.find(({ key }) => key === 'viewer')
  if (role)
    await town.as(owner).requests.approve({ organization, request, role: role.id, ground: answer.ground })
}

async function askToComeBack(town: Town, owner: UserId): Promise<void> {
  await town.as(owner).organizations.update({ organization: SLUG, policies: { joinRequests: true } })
  const left = await town.deps.reader
    .selectFrom('member as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .select('m.user_id')
    .where('o.slug', '=', SLUG)
    .where('m.until', 'is not', null)
    .orderBy('m.until', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!left) return
  const reason = 'I am back from my leave and would like to go on where I was.'
  await town.as(left.user_id).requests.make({ organization: SLUG, reason })
}
