import type { Server } from './children.ts'
import type { Installation } from './installation.ts'
import { field, fire, keepAsking, once } from './load.ts'
import { median, quantile } from './numbers.ts'
import { LIST } from './reading.ts'

const PEOPLE = 1_000
const PROJECTS = 10
export const ASSIGNED_AT_ONCE = PEOPLE * PROJECTS
/** Somebody far down: in the innermost of so many groups, which hold roles in so many projects between them. */
export const GROUPS = 50
export const REACHED = 1_000
const ASKED = 50
const PAGE = 100

/** Ten thousand roles in one call, and what it takes to say why somebody may do what they may. */
export interface Access {
  readonly members: number
  readonly preview: number
  readonly milliseconds: number
  readonly perSecond: number
  /** Somebody else's first page of members meanwhile, in milliseconds. */
  readonly others: { readonly p50: number; readonly p99: number }
  readonly effective: { readonly p50: number; readonly p99: number }
  /** Whom the last was asked about, for the raw statements to ask about as well. */
  readonly person: string
}

type Asking = (path: string, input: object) => Promise<unknown>

/** Assigns a thousand people to ten projects, some times over, and asks for the whole access of one of them. */
export async function access(server: Server, installation: Installation, rounds: number): Promise<Access> {
  const { owner, member, members } = installation
  const ask: Asking = (path, input) =>
    once({ server, path: `/trpc/${path}`, ask: { token: owner, input: { organization: 'acme', ...input } } })
  const people = await somePeople(ask)
  const projects = await someProjects(ask, PROJECTS, 'Wide')
  const [viewer, editor] = await projectRoles(ask)
  const wide = { members: people, projects }
  const previewed: number[] = []
  const took: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round++) {
    const role = round % 2 === 0 ? viewer : editor
    previewed.push(await timed(() => ask('assignments.preview', { ...wide, role })))
    const reading = keepAsking({
      server,
      path: LIST,
      ask: { token: member, input: { organization: 'acme' } },
    })
    let outcomes: unknown
    took.push(
      await timed(async () => {
        outcomes = await ask('assignments.assign', { ...wide, role })
      }),
    )
    others.push(...(await reading.stop()))
    const given = Array.isArray(outcomes) ? outcomes.filter((one) => field(one, 'ok') === true).length : 0
    if (given !== ASSIGNED_AT_ONCE)
      throw new Error(`${ASSIGNED_AT_ONCE - given} roles of a call were refused`)
  }
  others.sort((a, b) => a - b)
  const person = await putFarDown(ask, people.at(-1) ?? '', viewer)
  const { milliseconds: answers } = await fire(
    {
      server,
      path: '/trpc/assignments.effective',
      ask: { token: owner, input: { organization: 'acme', member: person } },
    },
    1,
    ASKED,
  )
  const milliseconds = median(took)
  return {
    members,
    person,
    preview: median(previewed),
    milliseconds,
    perSecond: (ASSIGNED_AT_ONCE / milliseconds) * 1_000,
    others: { p50: quantile(others, 0.5), p99: quantile(others, 0.99) },
    effective: { p50: quantile(answers, 0.5), p99: quantile(answers, 0.99) },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Plain members: roles of owners and admins would hide what is measured. */
async function somePeople(ask: Asking): Promise<readonly string[]> {
  const people: string[] = []
  for (let page = 1; people.length < PEOPLE; page++) {
    const items = field(await ask('members.list', { page, pageSize: PAGE }), 'items')
    if (!Array.isArray(items) || items.length === 0) throw new Error(`there are no ${PEOPLE} members`)
    people.push(...items.map((one) => String(field(one, 'member'))))
  }
  return people.slice(0, PEOPLE)
}

async function someProjects(ask: Asking, count: number, name: string): Promise<readonly string[]> {
  const projects: string[] = []
  for (let number = 0; number < count; number++) {
    const made = await ask('projects.create', { name: `${name} ${process.pid} ${number}` })
    projects.push(String(field(made, 'project')))
  }
  return projects
}

async function projectRoles(ask: Asking): Promise<readonly [viewer: string, editor: string]> {
  const roles = await ask('roles.list', { level: 'project' })
  const of = (key: string) => {
    const role = Array.isArray(roles) ? roles.find((one) => field(one, 'key') === key) : undefined
    return String(field(role, 'id'))
  }
  return [of('viewer'), of('editor')]
}

/** Fifty groups, each in the one before; each holds a role in twenty projects; the person is in the last. */
async function putFarDown(ask: Asking, member: string, role: string): Promise<string> {
  const projects = await someProjects(ask, REACHED, 'Far')
  const share = REACHED / GROUPS
  let outer: string | null = null
  for (let number = 0; number < GROUPS; number++) {
    const group = String(
      field(await ask('groups.create', { name: `Level ${process.pid} ${number}` }), 'group'),
    )
    if (outer !== null) await ask('groups.nest', { group: outer, child: group })
    const theirs = projects.slice(number * share, (number + 1) * share)
    await ask('assignments.assign', { groups: [group], projects: theirs, role })
    outer = group
  }
  await ask('groups.addMembers', { group: outer, members: [member] })
  return member
}
