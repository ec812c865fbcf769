import { z } from 'zod'
import { act, actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, ChangeRef, GroupRef, Page, Person, RoleRef } from '../transport/rest/schemas.ts'
import { addMembers } from './add-members.ts'
import { setManager } from './appoint.ts'
import { groupCandidates } from './candidates.ts'
import { Members } from './input.ts'
import { listGroupMembers } from './members.ts'
import { removeMembersFromGroup } from './remove-members.ts'
import { losses } from './rest-losses.ts'

const ALL = '/organizations/{organization}/groups/{group}/members'
const ONE = `${ALL}/{member}`

const GroupMember = Person.extend({
  id: AnId('mem'),
  place: AnId('gme').describe('Of their place in the group.'),
  group: AnId('grp').describe('The group they are directly in.'),
  manager: z.boolean().describe('Whether they decide who else is in it.'),
  role: RoleRef.describe('Their role in the organization.'),
  since: At,
  by: Person.nullable().describe('Who put them in.'),
  through: GroupRef.nullable().describe(
    'The group within this one that they are in; null for those directly in it.',
  ),
}).meta({ id: 'GroupMember', description: 'Somebody in a group.' })

const Placed = z
  .object({ id: AnId('mem'), group: AnId('grp'), name: z.string(), change: ChangeRef })
  .meta({ id: 'PlacedInGroup' })

const shown = <M extends { readonly member: string }>({ member, ...rest }: M) => ({ id: member, ...rest })
const Those = z.strictObject({ members: Members })

/** The resource `members` of a group. */
export const groupMemberRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'groupMembers.list',
    summary: 'List members of a group',
    description: 'By name: those directly in it, or with `nested` also those in groups within it.',
    refuses: ['cursor-invalid'],
    calls: listGroupMembers,
    answers: Page(GroupMember, 'GroupMemberPage'),
    shows: ({ items, ...page }) => ({ ...page, items: items.map(shown) }),
  }),
  actOnEach({
    method: 'POST',
    path: ALL,
    name: 'groupMembers.add',
    summary: 'Put members into a group',
    description: 'They hold what it and every group around it give. One result for each.',
    refuses: ['beyond-your-own', 'already-in-group', 'owner-is-a-person'],
    calls: addMembers,
    each: 'members',
    answers: Placed,
    shows: shown,
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/remove`,
    name: 'groupMembers.removeMany',
    summary: 'Take many members out of a group',
    description: 'One result for each. With `dry_run=true`, who would lose what.',
    refuses: ['beyond-your-own'],
    calls: removeMembersFromGroup,
    each: 'members',
    answers: Placed,
    shows: shown,
    dryRun: losses(`${ALL}/remove`, 'groupMembers.removalPreview', Those, (given) => Those.parse(given)),
  }),
  get({
    path: `${ALL}/candidates`,
    name: 'groupMembers.candidates',
    summary: 'Find members to put into a group',
    calls: groupCandidates,
    answers: z
      .object({
        items: z.array(
          Person.extend({
            id: AnId('mem'),
            inGroup: z.boolean().describe('They are directly in it already.'),
          }),
        ),
      })
      .meta({ id: 'GroupCandidates' }),
    shows: (items) => ({ items: items.map(shown) }),
  }),
  act({
    method: 'PATCH',
    path: ONE,
    name: 'groupMembers.update',
    summary: 'Make somebody in a group a manager of it, or no manager any more',
    refuses: ['beyond-your-own'],
    calls: setManager,
    answers: z
      .object({ change: ChangeRef.nullable() })
      .meta({ id: 'GroupMemberChanged', description: 'Null where everything was so already.' }),
  }),
  actOnOne({
    method: 'DELETE',
    path: ONE,
    name: 'groupMembers.remove',
    summary: 'Take a member out of a group',
    description:
      'With that everything they hold through it, and nothing else. With `dry_run=true`, what that is.',
    refuses: ['beyond-your-own'],
    calls: removeMembersFromGroup,
    each: ['members', 'member'],
    nothing: true,
    dryRun: losses(ONE, 'groupMembers.lossesPreview', z.strictObject({}), (_, { params }) => ({
      members: [params.member ?? ''],
    })),
  }),
]
