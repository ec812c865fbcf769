import {
  DAY,
  type Instant,
  type MemberId,
  type ProjectId,
  type ProjectVisibility,
  type UserId,
} from '@roster/domain'
import type { Chance } from './chance.ts'
import type { Town } from './town.ts'

interface Planned {
  readonly name: string
  readonly description: string
  readonly visibility: ProjectVisibility
  /** Of a hundred members, so many come into it. */
  readonly share: number
  /** Whether everybody who joins later starts in it. */
  readonly byDefault?: true
  readonly archived?: true
}

const PROJECTS: readonly Planned[] = [
  {
    name: 'Apollo',
    description: 'The lander, its guidance and everything that flies with it.',
    visibility: 'organization',
    share: 24,
  },
  { name: 'Handbook', description: 'How we work.', visibility: 'organization', share: 60, byDefault: true },
  {
    name: 'Soil samples',
    description: 'What came back, where it lies and who may open the box.',
    visibility: 'requests',
    share: 9,
  },
  { name: 'Board papers', description: '', visibility: 'private', share: 2 },
  {
    name: 'Launch pad 3',
    description: 'Taken down in spring.',
    visibility: 'organization',
    share: 6,
    archived: true,
  },
]

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** The projects of the demo organization: founded early, and filled with people who were there by then. */
export function foundProjects(town: Town, owner: UserId, luck: Chance, present: Instant): readonly Event[] {
  const begin = town.now()
  const days = Math.floor((present - begin) / DAY)
  return PROJECTS.flatMap((planned, nth) => {
    let project: ProjectId | undefined
    const at = (share: number) => begin + Math.floor((days * share) / 100) * DAY + (9 + nth) * 3_600_000
    return [
      {
        at: at(4 + nth * 7),
        async happens() {
          project = await found(town, owner, planned)
        },
      },
      ...[30, 55, 80].map((share) => ({
        at: at(share + nth),
        happens: async () => project && fill(town, owner, luck, project, planned.share / 3),
      })),
      {
        at: at(90),
        async happens() {
          if (project && planned.archived) {
            await town.as(owner).projects.archive({ organization: SLUG, project })
          }
        },
      },
    ]
  })
}

const SLUG = 'acme'

async function found(town: Town, owner: UserId, planned: Planned): Promise<ProjectId> {
  const { name, description, visibility, byDefault = false } = planned
  const roles = await town.as(owner).roles.list({ organization: SLUG, level: 'project' })
  const viewer = roles.find((role) => role.key === 'viewer')
  const { project } = await town.as(owner).projects.create({
    ...{ organization: SLUG, name, description, visibility },
    defaultRole: byDefault && viewer ? viewer.id : null,
    join: visibility === 'private',
  })
  return project
}

/** Puts some of those who are there into a project: most edit, some look, few manage it. */
async function fill(
  town: Town,
  owner: UserId,
  luck: Chance,
  project: ProjectId,
  share: number,
): Promise<void> {
  const roles = await town.as(owner).roles.list({ organization: SLUG, level: 'project', project })
  const byKey = (key: string) => roles.find((role) => role.key === key)?.id
  const changes: {
    subject: { member: MemberId }
    project: ProjectId
    role: NonNullable<ReturnType<typeof byKey>>
  }[] = []
  for (const member of await everybody(town, owner)) {
    if (!luck.percent(share)) continue
    const role = byKey(luck.percent(8) ? 'admin' : luck.percent(30) ? 'viewer' : 'editor')
    if (role) changes.push({ subject: { member }, project, role })
  }
  if (changes.length > 0) await town.as(owner).assignments.assign({ organization: SLUG, changes })
}

async function everybody(town: Town, owner: UserId): Promise<readonly MemberId[]> {
  const found: MemberId[] = []
  let cursor: string | undefined
  do {
    const page = await town.as(owner).members.list({ organization: SLUG, pageSize: 100, cursor })
    found.push(...page.items.filter(({ you }) => !you).map(({ member }) => member))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}
