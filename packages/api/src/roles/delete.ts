import { mayDeleteRole, mayTurnRole, orThrow, Refusal } from '@roster/domain'
import { type EndedKey, endKeysOfRole } from '../keys/end.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type FoundRole, isHeldByGroups, roleFound } from './found.ts'
import { type GivenToJoiners, givenToJoiners, giveToJoiners } from './joiners.ts'
import { assignmentsOfRole, type Replaced, replaceRoleOf } from './replace.ts'

/** How many may be given another role in the one transaction that deletes theirs. */
const MOST_HOLDERS = 10_000

/**
 * Deletes a custom role and gives whoever holds it `replaceWith` instead: people, groups, open invitations, and
 * projects and domains that give it to whoever joins. API keys with it as their ceiling are revoked: a key keeps its
 * terms. Refuses with `role-protected` for built-in ones, `role-in-use` when it is
 * held and nothing is to take its place, `role-level-mismatch`, `beyond-your-own`, `owner-by-name`,
 * `owner-through-group`, and `too-large` when more hold it than can be given another in one go.
 */
export const deleteRole = command({
  permission: 'roles.manage',
  records: 'role.deleted',
  input: inOrganization({ role: IdOf('rol'), replaceWith: IdOf('rol').optional() }),
  async run({ tx, organization, actor, held, now, newId }, { role: id, replaceWith }) {
    const role = await roleFound(tx, organization, id)
    const within = { organization: organization.id, role: id }
    const holders = await assignmentsOfRole(tx, { ...within, most: MOST_HOLDERS + 1 })
    const given = await givenToJoiners(tx, within)
    const to =
      replaceWith === undefined ? null : await roleFound(tx, organization, replaceWith, 'replaceWith')
    orThrow(mayDeleteRole({ key: role.key, holders: 0 }))
    if (!to)
      orThrow(
        mayDeleteRole({
          key: role.key,
          holders: holders.length + given.projects.length + given.domains.length,
        }),
      )
    if (to) refuseMismatch(role, to)
    orThrow(
      mayTurnRole({
        held,
        role: { id, permissions: role.terms },
        to: to ? { key: to.key, permissions: to.terms } : { key: null, permissions: [] },
        heldByGroups: await isHeldByGroups(tx, id),
      }),
    )
    if (holders.length > MOST_HOLDERS) throw new Refusal('too-large', { most: MOST_HOLDERS })
    const replaced = to
      ? await replaceRoleOf(tx, newId, holders, { ...within, to: to.id, by: actor.id, now })
      : []
    if (to) await giveToJoiners(tx, given, to.id)
    const keys = await endKeysOfRole(tx, { ...within, by: actor.id, now })
    await tx
      .updateTable('role')
      .set({ until: now, ended_by: actor.id })
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .execute()
    const deleted: AuditFacts = {
      target: { kind: 'role', id },
      facts: { level: role.level, role_name: role.name, ...(to && { to_role: to.id, to_name: to.name }) },
    }
    return {
      result: { replaced: replaced.length },
      audit: [deleted, ...(to ? entries(role, to, replaced, given) : []), ...keys.map(entryForKey)],
      people: [...replaced.flatMap(({ user }) => user ?? []), ...keys.map(({ user_id }) => user_id)],
      shownBy: ['members', 'organizations', 'projects', 'groups', 'invitations', 'domains', 'keys'],
    }
  },
})

function entryForKey({ id, member_id, project_id }: EndedKey): AuditFacts {
  const facts = { member: member_id, role_deleted: true, ...(project_id && { project: project_id }) }
  return { action: 'key.revoked', target: { kind: 'key', id }, facts }
}

function refuseMismatch(role: FoundRole, to: FoundRole): void {
  if (to.id === role.id)
    throw new Refusal('invalid-input', { field: 'replaceWith', reason: 'choose another role' })
  if (to.level !== role.level) throw new Refusal('role-level-mismatch', { field: 'replaceWith' })
}

/** Whoever got another role has an entry of their own, so that it is found where one looks for them. */
function entries(
  from: FoundRole,
  to: FoundRole,
  replaced: readonly Replaced[],
  { projects, domains }: GivenToJoiners,
): readonly AuditFacts[] {
  const turned = { from_role: from.id, from_name: from.name, to_role: to.id, to_name: to.name }
  return [
    ...replaced.map((one) => entryFor(one, turned)),
    ...projects.map((project): AuditFacts => {
      const facts = { project, field: 'defaultRole', before: from.id, after: to.id }
      return { action: 'project.updated', target: { kind: 'project', id: project }, facts }
    }),
    ...domains.map(({ id, name }): AuditFacts => {
      const facts = { domain: name, field: 'autoJoin', before: from.id, after: to.id }
      return { action: 'domain.updated', target: { kind: 'domain', id }, facts }
    }),
  ]
}

type Turned = Record<'from_role' | 'from_name' | 'to_role' | 'to_name', string>

function entryFor({ ended, begun, ...subject }: Replaced, turned: Turned): AuditFacts {
  const { member, user, group, invitation, project } = subject
  const facts = { ...turned, assignment: begun, ended, ...(project && { project }) }
  if (invitation) {
    const terms = { ...facts, from: turned.from_role, to: turned.to_role }
    return { action: 'invitation.edited', target: { kind: 'invitation', id: invitation }, facts: terms }
  }
  if (group) return { action: 'assignment.changed', target: { kind: 'group', id: group }, facts }
  const action = project === null ? 'member.role-changed' : 'assignment.changed'
  return { action, target: { kind: 'user', id: user ?? '' }, facts: { ...facts, ...(member && { member }) } }
}
