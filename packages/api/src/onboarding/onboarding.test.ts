import { DAY, NEW_FOR_DAYS } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { account, invite } from '../invitations/testing.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

const acme = { organization: 'acme' }
const TWO = [
  { title: 'Say hello', text: 'In the channel' },
  { title: 'Read the handbook', link: 'https://wiki.acme.test' },
]

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
  await home.asUser(eve.id).invitations.accept({ invitation: await invite(home, eve.email) })
})
afterEach(() => home.close())

const hers = () => home.asUser(eve.id).onboarding
const write = (steps: Parameters<ReturnType<typeof hers>['update']>[0]['steps']) =>
  home.as('owner').onboarding.update({ ...acme, steps })
const seen = async () => {
  const { steps, shown } = await hers().steps(acme)
  return { titles: steps.map(({ title }) => title), done: steps.map(({ doneAt }) => doneAt !== null), shown }
}

test('D42 new members are shown the first steps until they have done them all', async () => {
  expect(await seen()).toEqual({ titles: [], done: [], shown: false })
  await write(TWO)
  expect(await seen()).toEqual({
    titles: ['Say hello', 'Read the handbook'],
    done: [false, false],
    shown: true,
  })
  const { steps } = await hers().steps(acme)
  for (const { id } of steps) await hers().tick({ ...acme, step: id, done: true })
  expect(await seen()).toMatchObject({ done: [true, true], shown: false })
  const [first] = steps
  if (!first) throw new Error('no step')
  await hers().tick({ ...acme, step: first.id, done: false })
  expect(await seen()).toMatchObject({ done: [false, true], shown: true })
  // What one member has done says nothing of another.
  expect((await home.as('viewer').onboarding.steps(acme)).steps.every(({ doneAt }) => doneAt === null)).toBe(
    true,
  )
})

test('D42 they are not shown to whoever put them away, is not new any more, or began the organization', async () => {
  await write(TWO)
  expect((await home.as('owner').onboarding.steps(acme)).shown).toBe(false)
  home.advance(NEW_FOR_DAYS * DAY - 1)
  expect((await seen()).shown).toBe(true)
  home.advance(1)
  expect((await seen()).shown).toBe(false)
  home.advance(-2)
  await hers().dismiss(acme)
  const before = await contents(home.deps)
  await hers().dismiss(acme)
  expect(await contents(home.deps)).toBe(before)
  expect((await seen()).shown).toBe(false)
})

test('D42 steps are changed, moved and taken away, and what was done of those that stay is kept', async () => {
  await write(TWO)
  const [hello, handbook] = (await hers().steps(acme)).steps
  if (!hello || !handbook) throw new Error('no steps')
  await hers().tick({ ...acme, step: handbook.id, done: true })
  await write([
    { ...handbookOf(handbook), title: 'Read all of it' },
    { title: 'Set a picture', link: '/account' },
  ])
  expect(await seen()).toEqual({
    titles: ['Read all of it', 'Set a picture'],
    done: [true, false],
    shown: true,
  })
  expect((await refused(hers().tick({ ...acme, step: hello.id, done: true }))).code).toBe('not-found')
  await write([])
  expect(await seen()).toEqual({ titles: [], done: [], shown: false })
})

const handbookOf = ({
  id,
  title,
  text,
  link,
}: {
  id: `stp_${string}`
  title: string
  text: string
  link: string | null
}) => ({
  id,
  title,
  text,
  link,
})

test('a link that a browser would run is refused, and so are unknown steps', async () => {
  const before = await contents(home.deps)
  expect((await refused(write([{ title: 'x', link: 'javascript:alert(1)' }]))).facts).toMatchObject({
    field: 'link',
  })
  expect((await refused(write([{ title: 'x', id: home.deps.newId('stp') }]))).code).toBe('not-found')
  expect(await contents(home.deps)).toBe(before)
})
