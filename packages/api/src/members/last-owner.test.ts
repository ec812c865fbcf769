import type { MemberId } from '@roster/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { someOwners } from './target.ts'

const acme = { organization: 'acme' }

/** Everything by which an organization may lose an owner. */
const attempt = fc.oneof(
  fc.record({ what: fc.constant('leave' as const), by: fc.constantFrom('owner', 'admin') }),
  fc.record({
    what: fc.constantFrom('demote', 'remove', 'transfer'),
    by: fc.constantFrom('owner', 'admin'),
    whom: fc.constantFrom('owner', 'admin', 'member'),
  }),
)

test('A16 D13 two at a time, in any order and at the same moment: an owner always remains', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 2, maxLength: 6 }), async (attempts) => {
      const home = await house()
      try {
        const start = { ...acme, members: [idOf(home, 'admin')], role: home.roles.owner }
        await home.as('owner').members.changeRoles(start)
        const tried = attempts.map((one) => {
          const { members } = home.as(one.by === 'owner' ? 'owner' : 'admin')
          if (one.what === 'leave') return members.leave(acme)
          const member = idOf(home, one.whom)
          if (one.what === 'remove') return members.remove({ ...acme, members: [member] })
          if (one.what === 'transfer') return members.transferOwnership({ ...acme, member, keep: 'admin' })
          return members.changeRoles({ ...acme, members: [member], role: home.roles.viewer })
        })
        await Promise.allSettled(tried)
        expect(await someOwners(home.deps.reader, home.acme)).not.toEqual([])
        expect(home.reported).toEqual([])
        expect(await faults(home)).toEqual([])
      } finally {
        await home.close()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

function idOf(home: House, part: string): MemberId {
  const { member } = home.people[part === 'owner' || part === 'admin' ? part : 'member']
  if (!member) throw new Error(`the ${part} is no member`)
  return member
}
