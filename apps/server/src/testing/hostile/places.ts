import { z } from 'zod'

type Read = <T>(schema: z.ZodType<T>, procedure: string, input: unknown, cookie: string) => Promise<T>

const Made = z.object({ project: z.string().optional(), group: z.string().optional() })
const Roles = z.array(z.object({ id: z.string() }))
const Assigned = z.array(z.object({ ok: z.literal(true), result: z.object({ assignment: z.string() }) }))

/** What there is in an organization besides its people, and who may do what there. */
export interface Places {
  readonly projects: readonly string[]
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly assignments: readonly string[]
}

/** Makes two projects and two groups, and gives these people a role in one, as everybody does: by calls. */
export async function places(
  read: Read,
  organization: string,
  owner: string,
  members: readonly string[],
): Promise<Places> {
  const make = async (procedure: string, name: string) => {
    const { project, group } = await read(Made, procedure, { organization, name }, owner)
    return project ?? group ?? ''
  }
  const projects = [await make('projects.create', 'Apollo'), await make('projects.create', 'Gemini')]
  const groups = [await make('groups.create', 'Engineering'), await make('groups.create', 'Support')]
  const listed = await read(Roles, 'roles.list', { organization, level: 'project' }, owner)
  const roles = listed.map(({ id }) => id)
  const changes = members.map((member) => ({ subject: { member }, project: projects[0], role: roles[0] }))
  const assigned = await read(Assigned, 'assignments.assign', { organization, changes }, owner)
  return { projects, groups, roles, assignments: assigned.map(({ result }) => result.assignment) }
}
