import { z } from 'zod'
import { act, actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, ChangeRef, Person, RefusalRef, RoleRef } from '../transport/rest/schemas.ts'
import { endSessions } from './end-sessions.ts'
import { findMember } from './find.ts'
import { offboardEvidence } from './offboard/evidence.ts'
import { offboard } from './offboard/offboard.ts'
import { offboardPreview } from './offboard/preview.ts'
import { sendPasswordReset } from './send-password-reset.ts'
import { sessionsOfMember } from './sessions.ts'
import { transferOwnership } from './transfer-ownership.ts'

const ALL = '/organizations/{organization}/members'
const ONE = `${ALL}/{member}`

const OFFBOARDING = ['beyond-your-own', 'transfer-first', 'not-yourself'] as const

const { sent } = offboard.input.shape
const Offboarding = z.strictObject({
  sent: sent.describe(
    'What becomes of the open invitations they sent: revoked, or they go on in the caller’s name.',
  ),
})

const Offboarded = z
  .object({ member: AnId('mem'), name: z.string(), change: ChangeRef })
  .meta({ id: 'OffboardedMember' })

const Preview = z
  .object({
    name: z.string(),
    role: RoleRef,
    projects: z.int(),
    groups: z.int(),
    invitations: z.int().describe('Open ones that they sent.'),
    sessions: z.int(),
    refusal: RefusalRef.nullable(),
  })
  .meta({ id: 'OffboardPreview', description: 'What offboarding somebody would end.' })

const Evidence = z
  .object({
    person: Person.nullable(),
    by: Person.nullable(),
    at: At,
    roles: z.array(
      z.object({
        role: z.string(),
        project: z.string().nullable().describe('Null in the organization.'),
        since: At,
      }),
    ),
    groups: z.array(z.object({ name: z.string(), since: At })),
    invitations: z.array(z.object({ recipient: z.string(), became: z.enum(['revoked', 'handed-over']) })),
    sessions: z.int(),
    entries: z
      .array(z.object({ sequence: z.int(), hash: z.string() }))
      .describe('Entries of the audit trail that prove it.'),
  })
  .meta({ id: 'OffboardEvidence', description: 'What an offboarding ended.' })

/** What is done with members besides keeping them. */
export const memberActRoutes: readonly Route[] = [
  actOnOne({
    method: 'POST',
    path: `${ONE}/offboard`,
    name: 'members.offboard',
    summary: 'Offboard a member',
    description:
      'Ends the membership, every role, project and group, every session of their account, and the invitations they sent. With `dry_run=true`, what that is.',
    refuses: OFFBOARDING,
    calls: offboard,
    takes: { fields: Offboarding, input: (given) => given },
    each: ['members', 'member'],
    answers: Offboarded,
    dryRun: get({
      path: `${ONE}/offboard`,
      name: 'members.offboardPreview',
      summary: 'What offboarding a member would end',
      calls: offboardPreview,
      takes: { fields: Offboarding.partial(), input: () => ({}) },
      answers: Preview,
    }),
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/offboard`,
    name: 'members.offboardMany',
    summary: 'Offboard many members',
    description: 'One result for each.',
    refuses: OFFBOARDING,
    calls: offboard,
    each: 'members',
    answers: Offboarded,
  }),
  get({
    path: '/organizations/{organization}/offboardings/{change}',
    name: 'members.offboardEvidence',
    summary: 'Get the evidence of an offboarding',
    calls: offboardEvidence,
    answers: Evidence,
  }),
  get({
    path: '/organizations/{organization}/memberships',
    name: 'members.find',
    summary: 'Find a membership by account',
    description: 'The latest membership of an account, also one that has ended; or one by its own id.',
    calls: findMember,
    answers: z
      .object({ id: AnId('mem'), leftAt: At.nullable().describe('Null for whoever is a member.') })
      .meta({ id: 'Membership', description: 'A membership, of today or of earlier.' }),
    shows: ({ member, leftAt }) => ({ id: member, leftAt }),
  }),
  act({
    method: 'POST',
    path: `${ONE}/transfer-ownership`,
    name: 'members.transferOwnership',
    summary: 'Make another member an owner of the organization',
    description: 'The caller, who must be an owner, stays one or becomes an admin.',
    refuses: ['already-owner', 'must-be-member', 'reason-required', 'owner-is-a-person'],
    calls: transferOwnership,
    nothing: true,
  }),
  act({
    method: 'POST',
    path: `${ONE}/password-reset`,
    name: 'members.sendPasswordReset',
    summary: 'Mail a member a link to choose a new password',
    description: 'The caller never sees it.',
    refuses: ['too-many-attempts'],
    calls: sendPasswordReset,
    nothing: true,
  }),
  get({
    path: `${ONE}/sessions`,
    name: 'members.sessions',
    summary: 'List where a member is signed in',
    description:
      'The session used last first. Neither address nor id: nobody but themselves needs to know them.',
    calls: sessionsOfMember,
    answers: z
      .object({ items: z.array(z.object({ device: z.string(), since: At, lastSeenAt: At })) })
      .meta({ id: 'MemberSessions' }),
    shows: (items) => ({ items }),
  }),
  act({
    method: 'DELETE',
    path: `${ONE}/sessions`,
    name: 'members.endSessions',
    summary: 'Sign a member out everywhere',
    description: 'For a lost device; their password stays.',
    refuses: ['beyond-your-own', 'not-yourself'],
    calls: endSessions,
    answers: z
      .object({ ended: z.int().describe('How many sessions there were.') })
      .meta({ id: 'EndedSessions' }),
  }),
]
