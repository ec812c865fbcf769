import { DAY, type GroupId, type Instant, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

interface Planned {
  readonly name: string
  readonly description: string
  /** Words of the titles of those who are in it. */
  readonly titles: readonly string[]
  /** The group it is in. */
  readonly inside?: string
  /** The project it holds a role in, and which. */
  readonly gives?: readonly [project: string, role: 'viewer' | 'editor']
}

const GROUPS: readonly Planned[] = [
  {
    name: 'Product and engineering',
    description: 'Everybody who builds it.',
    titles: ['product manager'],
    gives: ['Apollo', 'viewer'],
  },
  {
    name: 'Engineering',
    description: 'Software, reliability and the documents about them.',
    titles: ['software engineer', 'technical writer'],
    inside: 'Product and engineering',
    gives: ['Apollo', 'editor'],
  },
  {
    name: 'On call',
    description: 'Answers at night.',
    titles: ['reliability'],
    inside: 'Engineering',
  },
  {
    name: 'Design',
    description: '',
    titles: ['designer'],
    inside: 'Product and engineering',
  },
  {
    name: 'Back office',
    description: 'Finance, recruiting and the office.',
    titles: ['finance', 'recruiter', 'office manager'],
    gives: ['Handbook', 'editor'],
  },
]
const SLUG = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** The groups of the demo organization: made when people and projects are there, and filled twice. */
export function formGroups(town: Town, owner: UserId, present: Instant): readonly Event[] {
  const days = Math.floor((present - town.now()) / DAY)
  const at = (share: number, nth: number) =>
    town.now() + Math.floor((days * share) / 100) * DAY + (14 + nth / 4) * HOUR
  const made = new Map<string, GroupId>()
  return GROUPS.flatMap((planned, nth) => [
    { at: at(60, nth), happens: () => form(town, owner, planned, made) },
    { at: at(88, nth), happens: () => fill(town, owner, planned, made) },
  ])
}

async function form(town: Town, owner: UserId, planned: Planned, made: Map<string, GroupId>): Promise<void> {
  const { groups, projects, roles, assignments } = town.as(owner)
  const { name, description, inside, gives } = planned
  const { group } = await groups.create({ organization: SLUG, name, description })
  made.set(name, group)
  const outer = inside && made.get(inside)
  if (outer) await groups.nest({ organization: SLUG, group: outer, child: group })
  await fill(town, owner, planned, made)
  const { items } = await groups.members({ organization: SLUG, group, pageSize: 1 })
  const [first] = items
  if (first) await groups.setManager({ organization: SLUG, group, member: first.member, manager: true })
  if (!gives) return
  const [where, key] = gives
  const found = await projects.list({ organization: SLUG, search: where })
  const project = found.items[0]?.id
  const role = (await roles.list({ organization: SLUG, level: 'project' })).find((one) => one.key === key)?.id
  if (!project || !role) return
  await assignments.assign({ organization: SLUG, changes: [{ subject: { group }, project, role }] })
}

/** Puts in whoever has the title by now. */
async function fill(
  town: Town,
  owner: UserId,
  { name, titles }: Planned,
  made: ReadonlyMap<string, GroupId>,
): Promise<void> {
  const group = made.get(name)
  if (!group) return
  for (const search of titles) {
    const { items } = await town.as(owner).members.list({ organization: SLUG, search, pageSize: 100 })
    const members = items.map(({ member }) => member)
    if (members.length > 0) await town.as(owner).groups.addMembers({ organization: SLUG, group, members })
  }
}
