import {
  changeOfPlaces,
  edit,
  type GroupId,
  type InvitationId,
  mayChangeRole,
  mayGiveSilently,
  orThrow,
  type ProjectTerm,
} from '@roster/domain'
import { z } from 'zod'
import { beginAssignment } from '../assignments/store.ts'
import type { AuditFacts, AuditValue } from '../platform/audit.ts'
import { type CommandContext, command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { inviteesOf, managed } from './managed.ts'
import { GroupIds, type Places, ProjectTerms, Reason, refusePlaces } from './places-offered.ts'
import { roleOffered } from './role-offered.ts'
import { setDefaultProjects } from './store.ts'
import { projectTermsOf, roleTermOf, type Terms } from './term.ts'
import { beginGroupTerm, endGroupTerm, endTerm, replaceTerm } from './terms.ts'

/**
 * Gives an active invitation another role, other projects with a role each, other groups; what is not named stays,
 * the link stays the same, and the invitee sees the new terms (D22). Refuses with `not-found`, `beyond-your-own` for
 * what is given and what is taken away, `role-level-mismatch`, `invitation-not-open`, and as `refusePlaces` says of
 * what is new.
 */
export const editInvitation = command({
  permission: 'invitations.manage',
  records: 'invitation.edited',
  input: inOrganization({
    invitation: IdOf('inv'),
    role: IdOf('rol').optional(),
    projects: ProjectTerms.optional(),
    groups: GroupIds.optional(),
    defaultProjects: z.boolean().optional(),
    reason: Reason,
  }),
  async run(context, { invitation: id, role: asked, projects, groups, defaultProjects, reason }) {
    const { tx, actor, organization, held, now, newId } = context
    const { invitation, terms } = orThrow((await managed(tx, context, [id]))(id))
    orThrow(edit(invitation, invitation.delivery, now))
    const present = roleTermOf(terms)
    const offered = asked === undefined ? null : await roleOffered(tx, context, asked)
    if (offered) orThrow(mayChangeRole({ held, from: present.permissions, to: offered.permissions }))
    const role = offered ?? present.role
    const facts: Record<string, AuditValue> = {}
    if (present.role.id !== role.id) {
      if (offered) orThrow(mayGiveSilently({ policies: organization.policies, role: offered, reason }))
      const changing = { organization: organization.id, by: actor.id, now }
      await replaceTerm(tx, newId, present, { ...changing, role: role.id, reason })
      Object.assign(facts, { from: present.role.id, to: role.id })
    }
    Object.assign(facts, await changePlaces(context, id, terms, { projects, groups }, reason))
    if (defaultProjects !== undefined && defaultProjects !== invitation.defaultProjects) {
      await setDefaultProjects(tx, invitation, defaultProjects)
      facts.default_projects = defaultProjects
    }
    const result = { role: { id: role.id, key: role.key, name: role.name } }
    if (Object.keys(facts).length === 0) return { result, audit: UNCHANGED }
    const invitees = await inviteesOf(tx, [invitation])
    const audit: AuditFacts = { target: { kind: 'invitation', id }, facts }
    return { result, audit, people: [...invitees.values()], shownBy: ['projects', 'groups'] }
  },
})

/** Begins and ends what is different; answers what the trail tells of it. */
async function changePlaces(
  context: CommandContext,
  invitation: InvitationId,
  terms: Terms,
  wanted: {
    readonly projects: readonly ProjectTerm[] | undefined
    readonly groups: readonly GroupId[] | undefined
  },
  reason: string | null,
): Promise<Record<string, AuditValue>> {
  const { tx, organization, actor, now } = context
  const changing = { organization: organization.id, by: actor.id, now }
  const present = {
    projects: projectTermsOf(terms).map((term) => ({ ...term, role: term.role.id })),
    groups: terms.groups,
  }
  const { begin, end } = changeOfPlaces(present, {
    projects: wanted.projects ?? present.projects,
    groups: wanted.groups ?? present.groups.map(({ group }) => group),
  })
  await refusePlaces(tx, { ...context, reason }, begin)
  for (const term of end.projects) await endTerm(tx, term, changing)
  for (const term of end.groups) await endGroupTerm(tx, term, changing)
  await beginPlaces(context, invitation, begin, reason)
  return placesFacts(begin, {
    projects: end.projects,
    groups: end.groups.map(({ group }) => group),
  })
}

async function beginPlaces(
  { tx, newId, organization, actor, now }: CommandContext,
  invitation: InvitationId,
  { projects, groups }: Places,
  reason: string | null,
): Promise<void> {
  const changing = { organization: organization.id, by: actor.id, now }
  for (const term of projects)
    await beginAssignment(tx, newId, { ...changing, ...term, subject: { invitation }, reason })
  for (const group of groups) await beginGroupTerm(tx, newId, { ...changing, invitation, group })
}

/** Ids only: of a project the role stands at the same place in its own list. */
function placesFacts(given: Places, taken: Places): Record<string, AuditValue> {
  const lists: Readonly<Record<string, readonly string[]>> = {
    projects_given: given.projects.map(({ project }) => project),
    roles_given: given.projects.map(({ role }) => role),
    projects_taken: taken.projects.map(({ project }) => project),
    roles_taken: taken.projects.map(({ role }) => role),
    groups_given: given.groups,
    groups_taken: taken.groups,
  }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}
