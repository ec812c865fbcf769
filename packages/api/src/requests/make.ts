import { MOST_REQUEST_TEXT, mayInvite, mayRequest, orThrow, Refusal, type RequestId } from '@roster/domain'
import { z } from 'zod'
import { ownAccount } from '../identity/store.ts'
import { FreeText, IdOf } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { approversFor } from './approvers.ts'
import { limitRequests } from './flood.ts'
import { requestMadeMail } from './mail.ts'
import { placeNamed, projectAsked } from './place.ts'
import { insertRequest, openRequest } from './store.ts'

/**
 * Asks to join an organization that takes requests, or as its member a project that does, with a reason (O3). Those
 * who may answer get a mail. Refuses with `not-found`, `already-member`, `must-be-member`, `project-archived`,
 * `project-not-open`, `nothing-to-request`, `already-requested`, `email-not-verified`, `domain-blocked`,
 * `too-many-attempts`.
 */
export const makeRequest = openCommand({
  opensTo: 'signed-in',
  records: 'request.made',
  input: z.strictObject({
    organization: z.string().min(1).max(100),
    project: IdOf('prj').optional(),
    reason: FreeText(MOST_REQUEST_TEXT),
  }),
  prepare: nothingToPrepare,
  async run({ tx, actor, now, newId }, { organization: named, project: asked, reason }) {
    const account = await ownAccount(tx, actor)
    const place = await placeNamed(tx, named, actor.id, now)
    const { organization, member } = place
    const isMember = member !== null
    const { joinRequests } = organization.policies
    // To somebody outside, an organization that takes no requests does not exist, and neither do its projects.
    if (!isMember && !joinRequests) throw new Refusal('not-found')
    const found = isMember && asked ? await projectAsked(tx, place, asked) : null
    orThrow(
      asked && !found
        ? new Refusal('must-be-member')
        : mayRequest({
            place: found ? { kind: 'project', ...found.project } : { kind: 'organization', joinRequests },
            isMember,
            inProject: found?.inProject ?? false,
          }),
    )
    if (!isMember) {
      if (account.verifiedAt === null) throw new Refusal('email-not-verified')
      // Whether there is a seat is for whoever answers to see to.
      orThrow(
        mayInvite({
          email: account.email,
          policies: { ...organization.policies, seats: null },
          seatsTaken: 0,
        }),
      )
    }
    if (reason === '') throw new Refusal('invalid-input', { field: 'reason', reason: 'say why you ask' })
    const project = found?.project.id ?? null
    const asking = { organization: organization.id, user: actor.id, project }
    if (await openRequest(tx, asking)) throw new Refusal('already-requested')
    await limitRequests(tx, { ...asking, now })
    const request: RequestId = await insertRequest(tx, newId, { ...asking, reason, now })
    const approvers = await approversFor(tx, organization, project, now)
    return {
      result: { request },
      audit: {
        organization: organization.id,
        target: { kind: 'user', id: actor.id },
        facts: { request, ...(project && { project }) },
      },
      outbox: approvers
        .filter((approver) => approver !== actor.id)
        .map((approver) => ({ ...requestMadeMail(request, approver), organization: organization.id })),
      people: [actor.id],
    }
  },
})
