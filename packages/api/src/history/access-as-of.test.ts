import { dayAt, type GroupId, type MemberId, type ProjectId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CAST, type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, projectRole } from '../testing/places.ts'
import type { Change } from './changes.ts'

const DAY = 86_400_000
const acme = { organization: 'acme' }

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part)
const tried = (call: Promise<unknown>) => call.catch(() => undefined)

/** How things stand at this moment, seen live: through the pages of today, and in the tables as they are now. */
interface Snapshot {
  readonly day: string
  readonly at: number
  /** By project: everybody in it with every role and where from. */
  readonly projects: ReadonlyMap<ProjectId, readonly string[]>
  /** By member: what they hold, and what they may do where. */
  readonly people: ReadonlyMap<
    MemberId,
    { readonly held: readonly string[]; readonly may: readonly string[] }
  >
  /** Each role and each place in a group that somebody has, for the difference. */
  readonly members: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
  readonly places: ReadonlySet<string>
}

type InProject = {
  readonly member: MemberId
  readonly role: { readonly id: string } | null
  readonly direct: {
    readonly assignment: string
    readonly role: { readonly id: string }
    readonly expiresAt: number | null
  } | null
  readonly through: readonly { readonly group: { readonly id: string }; readonly assignment: string }[]
}

const inProject = (items: readonly InProject[], at: number) =>
  items
    .map(({ member, role, direct, through }) => {
      const own = direct && (direct.expiresAt ?? at + 1) > at ? direct.assignment : null
      const ways = through.map((one) => `${one.group.id} ${one.assignment}`).sort()
      return [`${member} ${role?.id} ${own} ${ways}`, own !== null || ways.length > 0] as const
    })
    .flatMap(([text, there]) => (there ? [text] : []))
    .sort()

async function snapshot(): Promise<Snapshot> {
  const at = home.now()
  const { reader } = home.deps
  const projects = new Map<ProjectId, readonly string[]>()
  for (const { id } of (await as().projects.list({ ...acme, pageSize: 100 })).items) {
    projects.set(
      id,
      inProject((await as().projects.members({ ...acme, project: id, pageSize: 100 })).items, at),
    )
  }
  const people: Map<MemberId, { held: string[]; may: string[] }> = new Map()
  for (const { member } of (await as().members.list({ ...acme, pageSize: 100 })).items) {
    const { because, paths, scopes } = await as().assignments.effective({ ...acme, member })
    people.set(member, {
      held: because.map((one) => `${one.assignment} ${paths[one.path ?? -1]?.[0]?.id ?? 'direct'}`).sort(),
      may: scopes
        .flatMap((scope) => scope.permissions.map((one) => `${scope.project?.id} ${one.permission}`))
        .sort(),
    })
  }
  const held = await reader
    .selectFrom('assignment')
    .selectAll()
    .where('organization_id', '=', home.acme)
    .where('until', 'is', null)
    .where('invitation_id', 'is', null)
    .execute()
  const live = held.filter((row) => row.expires_at === null || row.expires_at > at)
  const inGroups = await reader
    .selectFrom('group_member')
    .selectAll()
    .where('organization_id', '=', home.acme)
    .where('until', 'is', null)
    .execute()
  return {
    ...{ day: dayAt(at), at, projects, people },
    members: new Map(live.flatMap((row) => (row.project_id ? [] : [[row.member_id ?? '', row.role_id]]))),
    roles: new Map(
      live.flatMap((row) =>
        row.project_id ? [[`${row.member_id ?? row.group_id} ${row.project_id}`, row.role_id]] : [],
      ),
    ),
    places: new Set(inGroups.map((row) => `${row.member_id ?? row.child_group_id} ${row.group_id}`)),
  }
}

/** The difference of two snapshots, and of an answer, in the same words. */
function difference(a: Snapshot, b: Snapshot): readonly string[] {
  const here = (subject: string) => !subject.startsWith('mem') || b.members.has(subject)
  const all = (pick: (one: Snapshot) => Iterable<string>) => new Set([...pick(a), ...pick(b)])
  const roles = (pick: (one: Snapshot) => ReadonlyMap<string, string>) =>
    [...all((one) => pick(one).keys())].flatMap((key) => {
      const [from, to] = [pick(a).get(key), pick(b).get(key)]
      return from === to ? [] : [{ key, from, to }]
    })
  return [
    ...roles((one) => one.members).map(({ key, from, to }) => `member ${key} ${from} ${to}`),
    ...roles((one) => one.roles)
      .filter(({ key, to }) => to !== undefined || here(key.split(' ')[0] ?? ''))
      .map(({ key, from, to }) => `role ${key} ${from} ${to}`),
    ...[...b.places].filter((key) => !a.places.has(key)).map((key) => `into ${key}`),
    ...[...a.places]
      .filter((key) => !b.places.has(key) && here(key.split(' ')[0] ?? ''))
      .map((key) => `out of ${key}`),
  ].sort()
}

function asWords(change: Change): string {
  const { kind, member, subject, project, group, from, to } = change
  const who = member ?? subject?.id
  if (group) return `${kind === 'group-joined' ? 'into' : 'out of'} ${who} ${group.id}`
  const what = project ? `role ${who} ${project.id}` : `member ${who}`
  return `${what} ${from?.id} ${to?.id}`
}

/** How often each kind of difference was met: a run that meets none proves nothing. */
const tally = new Map<string, number>()

const PARTS = CAST.filter((part) => part !== 'owner')
const step = fc.record({
  act: fc.constantFrom(
    'assign',
    'assign',
    'assign',
    'group',
    'group',
    'ungroup',
    'nest',
    'unnest',
    'remove',
    'join',
    'role',
    'delete-group',
    'delete-project',
  ),
  who: fc.oneof(fc.constantFrom(...PARTS), fc.nat(2)),
  place: fc.nat(2),
  role: fc.constantFrom('viewer' as const, 'editor' as const, 'admin' as const, null),
  expires: fc.constantFrom(null, null, 0.4, 1.5, 3),
  days: fc.constantFrom(0, 0, 0.3, 1, 2, 9),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Places {
  readonly projects: readonly ProjectId[]
  readonly groups: readonly GroupId[]
}

async function take({ act, who, place, role, expires }: Step, { projects, groups }: Places): Promise<void> {
  const [project, group] = [projects[place], groups[place]]
  if (!project || !group) return
  const listed = (await as().members.list({ ...acme, pageSize: 100 })).items
  const user = typeof who === 'string' ? home.people[who] : null
  const member = listed.find((one) => one.user === user?.id)?.member
  const other = typeof who === 'number' ? groups[who] : undefined
  if (act === 'assign' && (member || other)) {
    const subject = member ? { member } : { group: other ?? group }
    const given = role && (await projectRole(home, home.acme, role))
    const expiresAt = role && expires !== null ? home.now() + expires * DAY : null
    await tried(as().assignments.assign({ ...acme, changes: [{ subject, project, role: given, expiresAt }] }))
  }
  if (act === 'group' && member) await tried(as().groups.addMembers({ ...acme, group, members: [member] }))
  if (act === 'ungroup' && member)
    await tried(as().groups.removeMembers({ ...acme, group, members: [member] }))
  if (act === 'nest' && other) await tried(as().groups.nest({ ...acme, group, child: other }))
  if (act === 'unnest' && other) await tried(as().groups.unnest({ ...acme, group, child: other }))
  if (act === 'remove' && member) await tried(as().members.remove({ ...acme, members: [member] }))
  if (act === 'role' && member) {
    const to = role === null || role === 'editor' ? home.roles.member : home.roles[role]
    await tried(as().members.changeRoles({ ...acme, members: [member], role: to }))
  }
  if (act === 'join' && user) {
    const [sent] = await as().invitations.send({ ...acme, recipients: [user.email] })
    if (sent?.ok) await tried(home.asUser(user.id).invitations.accept({ invitation: sent.result.invitation }))
  }
  if (act === 'delete-group' && place === 2)
    await tried(as().groups.delete({ ...acme, group, confirm: 'Group 2' }))
  if (act === 'delete-project' && place === 2)
    await tried(as().projects.delete({ ...acme, project, confirm: 'Project 2' }))
}

test('as of any day, in projects and of each person, equals what was seen live; and so does the difference of two days', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60, size: 'max' }), async (steps) => {
      await home.close()
      home = await house()
      const places: { projects: ProjectId[]; groups: GroupId[] } = { projects: [], groups: [] }
      for (const n of [0, 1, 2]) {
        places.projects.push(await addProject(home, `Project ${n}`))
        places.groups.push(await addGroup(home, `Group ${n}`))
      }
      const seen = new Map<string, Snapshot>()
      for (const one of steps) {
        await take(one, places)
        home.advance(1_000)
        const now = await snapshot()
        home.advance(one.days * DAY)
        if (dayAt(home.now()) !== now.day && !(await endsThatDay(now))) seen.set(now.day, now)
      }
      home.advance(DAY)
      const days = [...seen.values()]
      for (const { day, projects, people } of days) await sameAsOf(day, projects, people)
      const [first, middle, last] = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
      for (const [a, b] of [
        [first, middle],
        [middle, last],
        [first, last],
      ])
        if (a && b && a !== b) await sameDifference(a, b)
    }),
    { numRuns: 15 },
  )
  expect(tally.size).toBeGreaterThan(5)
}, 240_000)

/** What ends by itself may do so between the snapshot and the end of its day; then the day is passed over. */
async function endsThatDay({ day, at }: Snapshot): Promise<boolean> {
  const rows = await home.deps.reader.selectFrom('assignment').select('expires_at').execute()
  const end = Date.parse(`${day}T23:59:59.999Z`)
  return rows.some((row) => row.expires_at !== null && row.expires_at > at && row.expires_at <= end)
}

async function sameAsOf(
  day: string,
  projects: Snapshot['projects'],
  people: Snapshot['people'],
): Promise<void> {
  const live = new Set((await as().projects.list({ ...acme, pageSize: 100 })).items.map((one) => one.id))
  for (const [project, expected] of projects) {
    if (!live.has(project)) continue
    const answer = await as().history.projectMembers({ ...acme, project, asOf: day, pageSize: 100 })
    const end = Date.parse(`${day}T23:59:59.999Z`)
    expect(inProject(answer.items, end), day).toEqual(expected)
    expect(answer.total).toBe(expected.length)
  }
  for (const [member, { held, may }] of people) {
    const answer = await as().history.person({ ...acme, member, asOf: day })
    const all = [...answer.roles, ...answer.projects.flatMap((one) => one.roles)]
    expect(all.map((one) => `${one.assignment} ${one.group?.id ?? 'direct'}`).sort()).toEqual(held)
    expect(
      [
        ...answer.permissions.map((one) => `undefined ${one}`),
        ...answer.projects.flatMap((at) => at.permissions.map((one) => `${at.project.id} ${one}`)),
      ].sort(),
    ).toEqual(may)
  }
}

async function sameDifference(a: Snapshot, b: Snapshot): Promise<void> {
  const changes: Change[] = []
  let cursor: string | undefined
  do {
    const page = await as().history.changes({ ...acme, from: a.day, to: b.day, pageSize: 3, cursor })
    changes.push(...page.items)
    expect([page.from.members, page.to.members]).toEqual([a.members.size, b.members.size])
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(changes.map(asWords).sort()).toEqual(difference(a, b))
  for (const { kind } of changes) tally.set(kind, (tally.get(kind) ?? 0) + 1)
  expect(changes.map((one) => one.at)).toEqual(changes.map((one) => one.at).toSorted((x, y) => y - x))
  const live = (await as().projects.list({ ...acme, pageSize: 100 })).items[0]?.id
  const own = home.people.member.member
  const days = { ...acme, from: a.day, to: b.day, pageSize: 100 }
  if (own) {
    const told = (await as().history.changes({ ...days, member: own })).items.map(asWords)
    expect(told.sort()).toEqual(difference(a, b).filter((text) => text.includes(own)))
  }
  if (live) {
    const told = (await as().history.changes({ ...days, project: live })).items.map(asWords)
    const roles = (texts: readonly string[]) => texts.filter((text) => text.startsWith('role')).sort()
    expect(roles(told)).toEqual(roles(difference(a, b)).filter((text) => text.includes(live)))
  }
}
