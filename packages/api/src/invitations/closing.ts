import type {
  AuditAction,
  ChangeId,
  Closed,
  Instant,
  InvitationId,
  InvitationState,
  OrganizationPermission,
} from '@roster/domain'
import { Refusal } from '@roster/domain'
import { bulkCommand, type ItemDone } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { InvitationIds } from './input.ts'
import { inviteesOf, managed } from './managed.ts'
import { close } from './store.ts'
import type { StoredInvitation } from './stored.ts'

export interface ClosedInvitation {
  readonly invitation: InvitationId
  /** The call: what it closed can be undone by it. */
  readonly change: ChangeId
}

type Closing = (
  invitation: StoredInvitation,
  now: Instant,
) => Closed<StoredInvitation, Exclude<InvitationState, 'pending'>> | Refusal

/** A command of the sender's side that closes invitations by a rule of the domain. */
export function closing(permission: OrganizationPermission, records: AuditAction, rule: Closing) {
  return bulkCommand({
    permission,
    records,
    input: inOrganization({ invitations: InvitationIds }),
    items: ({ invitations }) => invitations,
    async run(context, _, ids): Promise<readonly ItemDone<ClosedInvitation>[]> {
      const { tx, actor, now } = context
      const find = await managed(tx, context, ids)
      const closed = new Map<string, Closed<StoredInvitation, Exclude<InvitationState, 'pending'>>>()
      const verdicts = ids.map((id) => {
        const found = find(id)
        if (found instanceof Refusal) return found
        // An id that is there twice finds what its first mention made of it.
        const ruled = rule(closed.get(id) ?? found.invitation, now)
        if (!(ruled instanceof Refusal)) closed.set(id, ruled)
        return ruled
      })
      const invitees = await inviteesOf(tx, [...closed.values()])
      const done: ItemDone<ClosedInvitation>[] = []
      for (const verdict of verdicts) {
        if (verdict instanceof Refusal) done.push({ refusal: verdict })
        else {
          await close(tx, verdict, actor.id)
          const { id, generation } = verdict
          const invitee = invitees.get(id)
          done.push({
            result: { invitation: id, change: context.change },
            audit: { target: { kind: 'invitation', id }, facts: { generation } },
            people: invitee ? [invitee] : [],
          })
        }
      }
      return done
    },
  })
}
