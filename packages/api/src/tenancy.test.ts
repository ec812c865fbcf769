import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callBy, contextFor, type Listed, procedures, refusalsIn } from './testing/call.ts'
import { digestOf } from './testing/digest.ts'
import { type House, house } from './testing/house.ts'
import { INPUTS } from './testing/inputs.ts'
import { PLAIN, SWAPS } from './testing/swaps.ts'
import { type Things, thingsOf } from './testing/things.ts'

let home: House
let acme: Things
let globex: Things

/** A house of one's own, for what changes it. */
async function furnished() {
  home = await house()
  ;({ acme, globex } = await thingsOf(home))
}

const call = (procedure: Pick<Listed, 'path' | 'type'>, input: unknown) =>
  callBy(contextFor(home, acme.owner, acme.session), procedure, input)

/** What came back, in one word; more than one word for several items. */
function said(answer: unknown): string {
  const refusals = refusalsIn(answer)
  if (refusals.length > 0) return [...new Set(refusals)].join(' ')
  if (Array.isArray(answer)) return answer.length === 0 ? 'nothing' : 'something'
  if (typeof answer === 'object' && answer !== null && 'items' in answer) return said(answer.items)
  return 'something'
}

test('every argument that is an id has its line', () => {
  for (const { path, fields } of procedures()) {
    const ids = fields.filter((field) => !PLAIN.has(field))
    expect([path, (SWAPS[path] ?? []).map((one) => one.field).sort()]).toEqual([path, ids.sort()])
  }
})

describe('what is refused', () => {
  // One house for all of it: each of these finds it as it was made, and leaves it so.
  beforeAll(furnished)
  afterAll(() => home.close())

  describe.each(procedures().filter(({ path }) => SWAPS[path]))('A31 $path', (procedure) => {
    test.each(SWAPS[procedure.path] ?? [])(
      '$field of another organization: $answer, and nothing changes',
      async (one) => {
        const input = await one.input(acme, globex, home)
        const before = await digestOf(home)
        expect(said(await call(procedure, input))).toBe(one.answer)
        expect(await digestOf(home)).toEqual(before)
      },
    )
  })

  describe.each(procedures().filter(({ meta }) => meta.needs))('A31 $path', (procedure) => {
    test('in another organization, by id and by slug: not-found, and nothing changes', async () => {
      const input = INPUTS[procedure.path]?.(globex)
      const before = await digestOf(home)
      for (const organization of [
        globex.organization,
        'globex',
        'GLOBEX',
        ' globex',
        acme.organization.toUpperCase(),
      ]) {
        expect(said(await call(procedure, Object.assign({}, input, { organization })))).toBe('not-found')
      }
      expect(await digestOf(home)).toEqual(before)
    })
  })
})

describe('what is one’s own', () => {
  beforeEach(furnished)
  afterEach(() => home.close())

  test.each(procedures().filter(({ path, meta }) => SWAPS[path] && !meta.opensTo))(
    'A31 $path finds it by the same call',
    async (procedure) => {
      expect(said(await call(procedure, INPUTS[procedure.path]?.(acme)))).not.toMatch(/not-found|nothing/)
    },
  )
})

describe('A32 ids of two organizations in one call', () => {
  beforeEach(furnished)
  afterEach(() => home.close())

  const trailOfGlobex = async () => (await home.as('outsider').audit.list({ organization: 'globex' })).items

  test.each([
    [
      'members.changeRoles',
      (own: Things, other: Things) => ({ members: [own.member, other.member], role: own.role }),
    ],
    ['members.remove', (own: Things, other: Things) => ({ members: [own.member, other.member] })],
    [
      'invitations.resend',
      (own: Things, other: Things) => ({ invitations: [own.invitation, other.invitation] }),
    ],
    [
      'invitations.revoke',
      (own: Things, other: Things) => ({ invitations: [own.invitation, other.invitation] }),
    ],
  ] as const)('%s does its own and refuses the other', async (path, fields) => {
    const before = await trailOfGlobex()
    const answer = await call({ path, type: 'mutation' }, { organization: 'acme', ...fields(acme, globex) })
    expect(answer).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'not-found' } }])
    expect(await trailOfGlobex()).toEqual(before)
    expect((await home.as('outsider').organizations.get({ organization: 'globex' })).totals).toEqual({
      members: 2,
      invitations: 1,
    })
  })

  test('A33 a stream of one organization tells nothing of another', async () => {
    const answer = await call({ path: 'live.changes', type: 'subscription' }, { organization: 'globex' })
    expect(said(answer)).toBe('not-found')
  })
})
