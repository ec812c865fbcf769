import { decide, Refusal } from '@roster/domain'
import { inProject } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { countThere } from './people-page.ts'
import { projectRolesOf } from './roles.ts'
import { type ListedProject, listedProject, projectRows } from './rows.ts'

export interface ProjectPage extends ListedProject {
  readonly createdBy: Person | null
  /** Everybody in it, through groups as well; null where they are too many to tell apart, or not the caller's to see. */
  readonly people: number | null
  /** Whether the caller is in it by a role given to them in person. */
  readonly joined: boolean
}

/** One project that the caller may know of, which naming it asks already. */
export const getProject = query({
  permission: 'organization.read',
  input: inProject({}),
  async run({ db, organization, held, project, now }): Promise<ProjectPage> {
    const [row] = await projectRows(db, [project.id])
    if (!row) throw new Refusal('not-found')
    const { created_by: by } = await db
      .selectFrom('project')
      .select('created_by')
      .where('id', '=', project.id)
      .executeTakeFirstOrThrow()
    const sees = !(decide(held, 'project.members.read', project.id) instanceof Refusal)
    const creators = await peopleOf(db, organization.id, by ? [by] : [])
    return {
      ...listedProject(row, held, await projectRolesOf(db, organization)),
      createdBy: (by && creators.get(by)) ?? null,
      people: sees ? await countThere(db, { organization: organization.id, project: project.id }, now) : null,
      joined: held.some((assignment) => assignment.scope === project.id && assignment.via === null),
    }
  },
})
