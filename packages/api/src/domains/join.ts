import { mayInvite, mayJoinAlone, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { membershipsOf } from '../invitations/behind.ts'
import { beginMembership } from '../members/store.ts'
import { refuseBoundElsewhere } from '../organizations/store.ts'
import { IdOf } from '../platform/input.ts'
import { nothingToPrepare, type OpenAuditFacts, openCommand } from '../platform/open-command.ts'
import { giveDefaultProjects } from '../projects/default.ts'
import { addressOf, doorFor, isInvited } from './door.ts'

/**
 * Joins the organization whose proven domain the caller's own address is at, with the role it lets people in with
 * and the projects that new members join, but for those where they would decide about others. Refuses with `not-found` (no such door for this address),
 * `email-not-verified`, `already-member`, `already-invited` (answer that instead: it may give more),
 * `other-organization`, `domain-blocked`, `seat-limit`.
 */
export const joinByDomain = openCommand({
  opensTo: 'signed-in',
  records: 'member.joined',
  input: z.strictObject({ domain: IdOf('dom') }),
  prepare: nothingToPrepare,
  async run({ tx, actor, now, newId }, { domain }) {
    const email = orThrow(await addressOf(tx, actor.id))
    const door = await doorFor(tx, email)
    if (!door || door.domain !== domain) throw new Refusal('not-found')
    const { organization, role } = door
    const { here, elsewhere } = await membershipsOf(tx, organization.id, [actor.id])
    if (here.size > 0) throw new Refusal('already-member')
    if (await isInvited(tx, organization.id, { user: actor.id, email })) throw new Refusal('already-invited')
    if (elsewhere.size > 0 && organization.policies.oneOrganizationPerAccount)
      throw new Refusal('other-organization')
    await refuseBoundElsewhere(tx, actor.id)
    orThrow(mayInvite({ email, policies: organization.policies, seatsTaken: door.seatsTaken }))

    const joining = { organization: organization.id, user: actor.id, role: role.id, by: null, now }
    // Nobody gave it: they asked, and the organization had said yes beforehand.
    const member = await beginMembership(tx, newId, { ...joining, source: 'request' })
    const given = await giveDefaultProjects(tx, newId, {
      ...{ organization, member, by: null, now },
      unless: (role) => mayJoinAlone(role) !== true,
    })
    const entry = { organization: organization.id, target: { kind: 'user', id: actor.id } } as const
    const joined: OpenAuditFacts = {
      ...entry,
      facts: { member, role: role.id, role_name: role.name, source: 'request', domain: door.name },
    }
    return {
      result: { organization: organization.slug, role },
      audit: [
        joined,
        ...given.map(
          ({ project, role: there, assignment }): OpenAuditFacts => ({
            ...entry,
            action: 'assignment.given',
            facts: { project, role: there.id, role_name: there.name, member, assignment },
          }),
        ),
      ],
      people: [actor.id],
    }
  },
})
