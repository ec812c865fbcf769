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
    const asked: { procedure: string; input: unknown; answer: Promise<unknown> }[] = []
    ada.on('response', (response) => {
      const procedure = /\/trpc\/(members\.remove)\?/.exec(response.url())?.[1]
      const sent: unknown = response.request().postDataJSON()
      if (procedure) asked.push({ procedure, input: at(sent, '0'), answer: response.json() })
    })
    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Remove from organization')
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Remove member' }).click()
    await hides(row(ada, /Grace Hopper/))
    const [page] = asked
    if (!page) expect.unreachable('the page asked for nothing')

    // A program that signs in for itself, and has no page
    const program = await request.newContext()
    try {
      await call(program, roster.url, 'identity.signIn', { email: ADA.email, password: PASSWORD })
      const list = await call(program, roster.url, 'members.list', { organization: 'acme', search: 'alan' })
      const input = { organization: 'acme', members: [at(list, 'items', 0, 'member')] }
      const answer = await call(program, roster.url, page.procedure, input)
      expect(shape(input)).toEqual(shape(page.input))
      expect(shape(answer)).toEqual(shape(at(await page.answer, 0, 'result', 'data')))
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
