import type { MemberId } from '@roster/domain'
import { z } from 'zod'
import { cursorBehind, placeBehind } from '../members/cursor.ts'
import { memberOf } from '../members/rows.ts'
import { needlesOf } from '../members/search.ts'
import { IdOf, inProject, Paging } from '../platform/input.ts'
import type { Person } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { RoleRef } from '../roles/store.ts'
import { type Access, accessOf } from './access.ts'
import { standingThere } from './member.ts'
import { BY_NAME, peoplePage } from './people-page.ts'
import { reachOf } from './reach.ts'
import { projectRolesOf } from './roles.ts'

/** Somebody in a project, with every way they come to be in it. */
export interface ProjectMember extends Person, Access {
  readonly member: MemberId
  readonly you: boolean
  /** The most powerful role they have in it; of somebody whose time is over, the one they had. */
  readonly role: RoleRef | null
  /** Whether all they had has ended by itself: it can be renewed, and allows nothing. */
  readonly expired: boolean
  readonly organizationRole: RoleRef
  /** Why the caller may not change or take away the role given in person; null when they may, or there is none. */
  readonly refusal: string | null
}

export interface ProjectMembersPage {
  readonly items: readonly ProjectMember[]
  readonly total: number
  /** `true` when there may be more: people who come in several ways are not told apart among many. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

/**
 * Who is in a project, in the order of names: with a role given in person, through a group, or both. People who may
 * do everything in it by their role at the organization are not in it for that. The role filter asks for what was
 * given, to them or to a group.
 */
export const projectMembers = query({
  permission: 'project.members.read',
  input: inProject({
    ...Paging,
    search: z.string().max(500).optional(),
    role: IdOf('rol').optional(),
    via: z.enum(['direct', 'group']).optional(),
  }),
  async run(context, input): Promise<ProjectMembersPage> {
    const { db, organization, project, actor, now } = context
    const { role = null, via = null, search } = input
    const needles = needlesOf(search)
    const list = ['project-members', organization.id, project.id, role, via, ...needles]
    const after = input.cursor
      ? await placeBehind(db, organization.number, list, input.cursor, BY_NAME)
      : null
    const ask = { page: input.page, pageSize: input.pageSize, after }
    const at = { organization: organization.id, project: project.id }
    const reach = await reachOf(db, at, now, { role, via })
    const page = await peoplePage(db, organization.number, reach, needles, ask)
    const whole =
      role === null && via === null ? reach : await reachOf(db, at, now, { role: null, via: null })
    const roles = await projectRolesOf(db, organization)
    const access = await accessOf(
      db,
      whole,
      roles,
      page.rows.map((row) => row.member_id),
    )
    const items = page.rows.map((row): ProjectMember => {
      const { role: organizationRole, member, you, ...person } = memberOf(row, actor.id)
      const { user, name, username, email, verified, avatar } = person
      return {
        ...{ user, name, username, email, verified, avatar, member, you, organizationRole },
        ...standingThere(context, roles, access.get(member) ?? { direct: null, through: [] }),
      }
    })
    const { total, totalIsCapped, next } = page
    return {
      items,
      total,
      totalIsCapped,
      nextCursor: next ? cursorBehind(list, next, BY_NAME) : null,
      page: page.page,
    }
  },
})
