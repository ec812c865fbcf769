import { inAcme, otherCursor, type Swap, swap } from './swap.ts'
import type { Things } from './things.ts'

const swapped = (field: string, fields: (globex: Things, acme: Things) => object) =>
  swap(field, inAcme(fields))
const theGroup = (more: object = {}) => swapped('group', ({ group }) => ({ group, ...more }))
const withMember = (more: object = {}): readonly Swap[] => [
  swapped('group', ({ group }, { member }) => ({ group, member, ...more })),
  swapped('member', ({ member }, { group }) => ({ group, member, ...more })),
]
const withMembers: readonly Swap[] = [
  swapped('group', ({ group }, { ownerMember }) => ({ group, members: [ownerMember] })),
  swapped('members', ({ member, ownerMember }, { group }) => ({ group, members: [member, ownerMember] })),
]
const withChild: readonly Swap[] = [
  swapped('group', ({ group }, { child }) => ({ group, child })),
  swapped('child', ({ child }, { group }) => ({ group, child })),
]

/** For `SWAPS`: what is about groups. */
export const GROUP_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'groups.list': [otherCursor('groups')],
  'groups.get': [theGroup()],
  'groups.ofMember': [swapped('member', ({ member }) => ({ member }))],
  'groups.members': [
    theGroup(),
    swap(
      'cursor',
      async ({ organization, group }, { group: other }, home) => {
        const caller = home.as('outsider')
        const { me } = await caller.organizations.get({ organization: home.globex })
        await caller.groups.addMembers({ organization: home.globex, group: other, members: [me.member] })
        const { nextCursor } = await caller.groups.members({
          organization: home.globex,
          group: other,
          pageSize: 1,
        })
        return { organization, group, cursor: nextCursor ?? 'there is only one' }
      },
      'cursor-invalid',
    ),
  ],
  'groups.children': [theGroup()],
  'groups.access': [theGroup()],
  'groups.losses': [
    theGroup(),
    swapped('child', ({ child }, { group }) => ({ group, child })),
    swap(
      'members',
      inAcme(({ member }, { group }) => ({ group, members: [member] })),
      'nothing',
    ),
  ],
  'groups.candidates': [theGroup({ search: 'the' })],
  'groups.update': [theGroup({ name: 'Builders' })],
  'groups.delete': [theGroup({ confirm: 'Engineering' })],
  'groups.addMembers': withMembers,
  'groups.removeMembers': withMembers,
  'groups.setManager': withMember({ manager: true }),
  'groups.nest': withChild,
  'groups.unnest': withChild,
}
