import { DAY, type Instant, type MemberId, type Permission, type RoleId, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

interface Planned {
  readonly level: 'organization' | 'project'
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
  /** A word of the titles of those who hold it, and at a project where. */
  readonly title: string
  readonly at?: string
}

const ROLES: readonly Planned[] = [
  {
    level: 'organization',
    name: 'Auditor',
    description: 'Reads the audit trail and the access reviews, and changes nothing.',
    permissions: [
      'organization.read',
      'members.read',
      'invitations.read',
      'groups.read',
      'projects.read',
      'audit.read',
      'reviews.read',
    ],
    title: 'finance',
  },
  {
    level: 'project',
    name: 'Job runner',
    description: 'Runs jobs and reads the content they work on.',
    permissions: ['project.read', 'project.content.read', 'project.jobs.run'],
    title: 'reliability',
    at: 'Apollo',
  },
]
const SLUG = 'acme'
const MOST_HOLDERS = 3
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** The roles that the demo organization made for itself, and those who hold them. */
export function defineRoles(town: Town, owner: UserId, present: Instant): readonly Event[] {
  const days = Math.floor((present - town.now()) / DAY)
  const at = (share: number, nth: number) =>
    town.now() + Math.floor((days * share) / 100) * DAY + (16 + nth / 4) * HOUR
  return ROLES.flatMap((planned, nth) => {
    let role: RoleId | undefined
    return [
      {
        at: at(50, nth),
        async happens() {
          const { level, name, description, permissions } = planned
          const draft = { organization: SLUG, level, name, description, permissions: [...permissions] }
          role = (await town.as(owner).roles.create(draft)).role
        },
      },
      { at: at(92, nth), happens: async () => role && give(town, owner, planned, role) },
    ]
  })
}

async function give(town: Town, owner: UserId, { title, at }: Planned, role: RoleId): Promise<void> {
  const { members, projects, assignments } = town.as(owner)
  const found = await members.list({ organization: SLUG, search: title, pageSize: 25 })
  const holders = found.items
    .filter(({ you, protected: owns }) => !you && !owns)
    .slice(0, MOST_HOLDERS)
    .map(({ member }): MemberId => member)
  if (holders.length === 0) return
  if (at === undefined) {
    await members.changeRoles({ organization: SLUG, members: holders, role })
    return
  }
  const project = (await projects.list({ organization: SLUG, search: at })).items[0]?.id
  if (!project) return
  const changes = holders.map((member) => ({ subject: { member }, project, role }))
  await assignments.assign({ organization: SLUG, changes })
}
