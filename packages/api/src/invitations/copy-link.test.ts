import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { invite, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

test('T19 the copied link of the present generation, and an entry that it was copied', async () => {
  const id = await invite(home, 'eve@x.test')
  await as().resend({ ...acme, invitations: [id] })
  const { link } = await as().copyLink({ ...acme, invitation: id })
  const secret = home.deps.links.secret('invitation-copied', id, 2)
  expect(link).toBe(`https://roster.test/invitations/${id}#c.${secret}`)
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.link-copied',
    target: { id },
    facts: { generation: 2 },
  })
  expect(JSON.stringify(await trail(home, home.acme))).not.toContain(secret)
})

test('D18 D19 not of an expired or closed one', async () => {
  const id = await invite(home, 'eve@x.test')
  home.advance(7 * DAY)
  const before = await contents(home.deps)
  expect((await refused(as().copyLink({ ...acme, invitation: id }))).code).toBe('invitation-not-open')
  expect(await contents(home.deps)).toBe(before)
})
