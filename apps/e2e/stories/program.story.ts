import { request } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { ADA, ALAN, begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { act, PASSWORD, row } from '../src/steps.ts'
import { expect, hides, shows, story } from '../src/story.ts'

story(
  'T4 what a page does and what a program does over HTTP is the same call, result and audit entry',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN])
    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Remove from organization')
    const removed = ada.waitForResponse(/\/trpc\/members\.remove\?/)
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Remove member' }).click()
    await hides(row(ada, /Grace Hopper/))
    const response = await removed
    const sent: unknown = response.request().postDataJSON()
    const page = {
      procedure: 'members.remove',
      input: at(sent, '0'),
      result: at(await response.json(), 0, 'result', 'data'),
    }

    // A program that signs in for itself, and has no page
    const program = await request.newContext()
    try {
      await call(program, roster.url, 'identity.signIn', { email: ADA.email, password: PASSWORD })
      const list = await call(program, roster.url, 'members.list', { organization: 'acme', search: 'alan' })
      const input = { organization: 'acme', members: [at(list, 'items', 0, 'member')] }
      const answer = await call(program, roster.url, page.procedure, input)
      expect(shape(input)).toEqual(shape(page.input))
      expect(shape(answer)).toEqual(shape(page.result))
      await hides(row(ada, /Alan Turing/))

      const trail = await call(program, roster.url, 'audit.list', { organization: 'acme', pageSize: 2 })
      const entry = (nth: number) => {
        const { action, actor, facts, allowedBy } = Object(at(trail, 'items', nth))
        return { action, actor: at(actor, 'id'), facts: shape(facts), role: at(allowedBy, 'role', 'name') }
      }
      expect(entry(0)).toEqual(entry(1))
      expect(entry(0)).toMatchObject({ action: 'member.removed', role: 'Owner' })
      expect(at(trail, 'items', 0, 'target', 'label')).not.toBe(at(trail, 'items', 1, 'target', 'label'))
    } finally {
      await program.dispose()
    }

    // And refused in the same words
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await expect(
      call(grace.request, roster.url, 'members.remove', { organization: 'acme', members: [] }),
    ).rejects.toThrow(/was refused/)
    await ada.goto('/acme/audit')
    await shows(ada.getByText(/removed Alan Turing/))
    await shows(ada.getByText(/removed Grace Hopper/))
  },
)

/** A value with its ids, names and moments left out: what it is made of. */
function shape(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'string')
        return part.replace(/^(\w{3})_\w{26}$/, '$1').replace(/^[A-Z]\w+ [A-Z]\w+$/, 'Somebody')
      return typeof part === 'number' ? 0 : part
    }),
  )
}
