import { edit, mayChangeRole, orThrow } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { inviteesOf, managed } from './managed.ts'
import { roleOffered } from './role-offered.ts'
import { replaceTerm } from './terms.ts'

/**
 * Gives an active invitation another role; the link stays the same and the invitee sees the new terms (D22).
 * Refuses with `not-found`, `beyond-your-own` for the role given and the role taken away, `role-level-mismatch`,
 * `invitation-not-open`.
 */
export const editInvitation = command({
  permission: 'invitations.manage',
  records: 'invitation.edited',
  input: inOrganization({ invitation: IdOf('inv'), role: IdOf('rol') }),
  async run(context, { invitation: id, role: asked }) {
    const { tx, actor, organization, held, now, newId } = context
    const { invitation, terms } = orThrow((await managed(tx, context, [id]))(id))
    orThrow(edit(invitation, invitation.delivery, now))
    const role = await roleOffered(tx, context, asked)
    const [present] = terms
    if (!present || present.project !== null) throw new Error(`invitation ${id} gives no role`)
    orThrow(mayChangeRole({ held, from: present.permissions, to: role.permissions }))
    const result = { role: { id: role.id, key: role.key, name: role.name } }
    if (present.role.id === role.id) return { result, audit: UNCHANGED }

    await replaceTerm(tx, newId, present, { organization: organization.id, role: role.id, by: actor.id, now })
    const invitees = await inviteesOf(tx, [invitation])
    return {
      result,
      audit: { target: { kind: 'invitation', id }, facts: { from: present.role.id, to: role.id } },
      people: [...invitees.values()],
    }
  },
})
