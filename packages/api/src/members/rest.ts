import { z } from 'zod'
import { act, actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Page, Person, RoleRef } from '../transport/rest/schemas.ts'
import { changeRoles } from './change-roles.ts'
import { getMember } from './get.ts'
import { listMembers } from './list.ts'
import { removalPreview } from './removal-preview.ts'
import { removeMembers } from './remove.ts'
import { updateMember } from './update.ts'

const Member = Person.extend({
  id: AnId('mem').describe('Of the membership: somebody who joins again gets another one.'),
  ownName: z.string().describe('Their own name.'),
  displayName: z.string().nullable().describe('Their name in this organization, if it is another one.'),
  title: z.string().nullable(),
  role: RoleRef,
  protected: z.boolean().describe('Owners cannot be removed while ownership is theirs.'),
  joinedAt: At,
  leftAt: At.nullable().describe('Set in a list of an earlier day for those who have left since.'),
  lastActiveAt: At.nullable().describe('Null when they have never been here; exact to five minutes.'),
  source: z.enum(['setup', 'creation', 'invitation', 'request', 'directory', 'import']),
}).meta({ id: 'Member', description: 'A person in the organization, with their role there.' })

const MemberDetails = Member.extend({
  invitedBy: Person.nullable(),
  arrival: z
    .object({ invitation: AnId('inv'), sentAt: At, openedAt: At.nullable(), acceptedAt: At.nullable() })
    .nullable()
    .describe('The invitation they came by.'),
  roleSince: At,
  roleBy: Person.nullable().describe('Who gave them their present role.'),
  roleReason: z.string().nullable(),
}).meta({
  id: 'MemberDetails',
  description: 'A member, with how they came and from whom they have their role.',
})

const shown = <M extends { readonly member: string }>({ member, ...rest }: M) => ({ id: member, ...rest })

const list = get({
  path: '/organizations/{organization}/members',
  name: 'members.list',
  summary: 'List members',
  description:
    'The members of the organization, 25 a page unless asked otherwise, with any filters together. A page costs the same however deep it is when it is asked for by cursor. With `as_of` those who were members on that day, with the roles they held then.',
  refuses: ['cursor-invalid', 'date-in-the-future'],
  calls: listMembers,
  answers: Page(Member, 'MemberPage'),
  shows: ({ items, ...page }) => ({ items: items.map(shown), ...page }),
})

const one = get({
  path: '/organizations/{organization}/members/{member}',
  name: 'members.get',
  summary: 'Get a member',
  description: 'By the id of the membership (`mem_…`) or of the person (`usr_…`).',
  calls: getMember,
  answers: MemberDetails,
  shows: shown,
})

const Removal = z
  .array(
    z.object({
      member: AnId('mem'),
      name: z.string(),
      role: RoleRef,
      projects: z.int().describe('How many projects they would lose.'),
      invitationsSent: z.int(),
      refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  )
  .meta({ id: 'RemovalPreview', description: 'What each would lose, or why they stay.' })

/** What changing roles may be refused with. */
const CHANGING = [
  'beyond-your-own',
  'last-owner',
  'reason-required',
  'role-level-mismatch',
  'not-yourself',
  'owner-is-a-person',
] as const

/** The resource `members`. */
export const memberRoutes: readonly Route[] = [
  list,
  one,
  act({
    method: 'PATCH',
    path: '/organizations/{organization}/members/{member}',
    name: 'members.update',
    summary: 'Change a member’s title or display name',
    refuses: ['invalid-name', 'beyond-your-own'],
    calls: updateMember,
    resource: one,
    at: (_, params) => params,
  }),
  actOnOne({
    method: 'PUT',
    path: '/organizations/{organization}/members/{member}/role',
    name: 'members.updateRole',
    summary: 'Change a member’s role',
    description:
      'Takes effect with their next call. The key must hold all that the old role and the new one allow.',
    refuses: CHANGING,
    calls: changeRoles,
    each: ['members', 'member'],
    resource: one,
    at: (_, params) => params,
  }),
  actOnOne({
    method: 'DELETE',
    path: '/organizations/{organization}/members/{member}',
    name: 'members.remove',
    summary: 'Remove a member',
    description:
      'Ends the membership and with it every role, project, group, session and key they have here.',
    refuses: ['beyond-your-own', 'transfer-first', 'not-yourself'],
    calls: removeMembers,
    each: ['members', 'member'],
    nothing: true,
    resource: one,
  }),
  actOnEach({
    method: 'POST',
    path: '/organizations/{organization}/members/roles',
    name: 'members.updateRoles',
    summary: 'Change the role of many members',
    description: 'One result for each.',
    refuses: CHANGING,
    calls: changeRoles,
    each: 'members',
    answers: z.object({ member: AnId('mem'), role: RoleRef }).meta({ id: 'ChangedRole' }),
  }),
  actOnEach({
    method: 'POST',
    path: '/organizations/{organization}/members/remove',
    name: 'members.removeMany',
    summary: 'Remove many members',
    description: 'One result for each. With `dry_run=true`, what each would lose.',
    refuses: ['beyond-your-own', 'transfer-first', 'not-yourself', 'too-large'],
    calls: removeMembers,
    each: 'members',
    answers: z
      .object({ member: AnId('mem'), name: z.string(), change: AnId('chg') })
      .meta({ id: 'RemovedMember' }),
    dryRun: get({
      path: '/organizations/{organization}/members/remove',
      name: 'members.removalPreview',
      summary: 'What removing members would take from them',
      calls: removalPreview,
      answers: z.object({ items: Removal }).meta({ id: 'RemovalPreviews' }),
      shows: (items) => ({ items }),
    }),
  }),
]
