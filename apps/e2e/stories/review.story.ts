import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { axe, counts, expect, hides, lookAt, reads, shows, story } from '../src/story.ts'

/** The row of somebody in the table of a review. */
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })

async function save(page: Page, entry: string): Promise<string> {
  await page.getByRole('button', { name: 'Download' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}

story(
  'D36 D41 O15 a review from its start over keep, change and revoke to the verified report',
  { timeout: 180_000 },
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [ALAN, JOAN, MARY])
    await gatherIn(roster, ada, [GRACE], 'admin')

    await ada.goto('/acme')
    await ada.getByRole('link', { name: 'Reviews', exact: true }).click()
    await shows(ada.getByText('No reviews yet'))
    await ada.getByRole('button', { name: 'Start a review' }).click()
    const starting = ada.getByRole('dialog', { name: 'Start a review' })
    await starting.getByLabel('Name', { exact: true }).fill('Spring review')
    await reads(starting, 'Choose who decides')
    await starting.getByRole('button', { name: 'Add Ada Lovelace' }).click()
    await reads(starting, 'Nobody reviews their own access')
    await starting.getByRole('button', { name: 'Add Grace Hopper' }).click()
    await reads(starting, '5 accesses to decide about')
    await reads(starting, 'Shared out among 2 people: 2 to 3 each')
    await axe(ada)
    await starting.getByRole('button', { name: 'Start review' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: /Spring review/ }))
    await mailbox.waitFor(GRACE.email, 'Review who has access to Acme')

    // Grace decides about her share; the count in her navigation goes down with each.
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme')
    await grace.getByRole('link', { name: /^Reviews [23]$/ }).click()
    await grace.getByRole('link', { name: /Spring review/ }).click()
    await shows(grace.getByRole('group', { name: 'Decide about Ada Lovelace' }))
    await hides(grace.getByRole('group', { name: 'Decide about Grace Hopper' }))
    await grace.getByRole('button', { name: 'Keep Ada Lovelace' }).focus()
    await grace.keyboard.press('k')
    await reads(rowOf(grace, 'Ada Lovelace'), 'Kept')
    // Live: Ada sees it without doing anything.
    await reads(ada.getByRole('main'), '1 of 5')

    // What is left of both is decided by their reviewer: one changed, one revoked with everything, the rest in bulk.
    const pages = [ada, grace]
    const deciderOf = async (name: string) => {
      for (const page of pages) {
        await page.getByRole('link', { name: /^Yours/ }).click()
        await shows(page.getByRole('checkbox', { name: 'Only what is left' }))
        if ((await page.getByRole('group', { name: `Decide about ${name}` }).count()) > 0) return page
      }
      throw new Error(`${name} is nobody’s to decide about.`)
    }
    const ofAlan = await deciderOf('Alan Turing')
    await ofAlan.getByRole('button', { name: 'Change the role of Alan Turing' }).focus()
    await ofAlan.keyboard.press('c')
    const changing = ofAlan.getByRole('dialog', { name: 'Change the role of Alan Turing in Acme?' })
    await changing.getByRole('radio', { name: /^Viewer/ }).check()
    await changing.getByLabel('Note').fill('=looks only')
    await axe(ofAlan)
    await changing.getByRole('button', { name: 'Change role' }).click()
    await reads(rowOf(ofAlan, 'Alan Turing'), 'Changed to Viewer')

    const ofJoan = await deciderOf('Joan Clarke')
    await ofJoan.getByRole('button', { name: 'Revoke Joan Clarke' }).click()
    const revoking = ofJoan.getByRole('alertdialog', { name: 'Revoke Member in Acme from Joan Clarke?' })
    await reads(revoking, 'Joan Clarke leaves Acme with everything they hold')
    await lookAt(ofJoan, 'review-revoke')
    await revoking.getByRole('button', { name: 'Revoke and end the membership' }).click()
    await reads(rowOf(ofJoan, 'Joan Clarke'), 'Revoked')

    // Nobody takes an owner’s… and nobody decides about their own: Grace is Ada’s to decide about.
    const ofMary = await deciderOf('Mary Somerville')
    await ofMary.getByRole('checkbox', { name: 'Select Mary Somerville' }).check()
    await ofMary
      .getByRole('region', { name: 'Selected' })
      .getByRole('button', { name: 'Keep', exact: true })
      .click()
    await reads(rowOf(ofMary, 'Mary Somerville'), 'Kept')

    await ada.getByRole('link', { name: /^All/ }).click()
    await counts(ada.getByRole('row'), 6)
    await ada.getByRole('button', { name: 'Close now' }).click()
    const closing = ada.getByRole('alertdialog', { name: 'Close “Spring review” now?' })
    await reads(closing, '1 access that nobody decided about is kept')
    await closing.getByRole('button', { name: 'Close review' }).click()
    await shows(ada.getByRole('heading', { name: 'Sealed report' }))
    await reads(
      ada.getByRole('list', { name: 'What came out' }),
      /3 kept.*1 changed.*1 revoked|1 changed.*3 kept.*1 revoked/,
    )
    await ada.getByRole('button', { name: 'Verify the seal' }).click()
    await shows(ada.getByText('The seal is intact'))
    await reads(ada.getByRole('main'), /the same as in entry \d+ of the audit trail/)
    await lookAt(ada, 'review-closed')

    const csv = await save(ada, 'As CSV, for spreadsheets')
    expect(csv.trim().split('\r\n')).toHaveLength(6)
    expect(csv).toContain(",'=looks only,")
    const json: unknown = JSON.parse(await save(ada, 'As JSON, for programs'))
    expect(at(json, 'review', 'seal')).toMatch(/^[0-9a-f]{64}$/)

    await ada.goto('/acme/members')
    await shows(ada.getByRole('row', { name: /Alan Turing.*Viewer/ }))
    await hides(ada.getByRole('row', { name: /Joan Clarke/ }))
    await ada.goto('/acme/audit')
    await shows(ada.getByRole('button', { name: /decided to revoke the access of Joan Clarke/ }))
    await grace.goto('/acme/reviews')
    await shows(grace.getByRole('row', { name: /Spring review.*Closed/ }))
  },
)

story(
  'D41 a project is reviewed, refusals stay in their rows, and a review is called off',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN])
    const ask = (procedure: string, input: object) =>
      call(ada.request, roster.url, procedure, { organization: 'acme', ...input })
    const project = at(await ask('projects.create', { name: 'Apollo' }), 'project')
    const members = await ask('members.list', { search: 'Alan' })
    const roles = await ask('roles.list', { level: 'project', project })
    const editor = Array.isArray(roles)
      ? roles.find((one: unknown) => at(one, 'key') === 'editor')
      : undefined
    const subject = { member: at(members, 'items', 0, 'member') }
    await ask('assignments.assign', { changes: [{ subject, project, role: at(editor, 'id') }] })

    await ada.goto('/acme/reviews?start=true&scope=project')
    const starting = ada.getByRole('dialog', { name: 'Start a review' })
    await starting.getByRole('button', { name: 'Add Apollo' }).click()
    // Grace is a plain member: she may look, and what she may not take, she is told.
    await starting.getByRole('button', { name: 'Add Grace Hopper' }).click()
    await reads(starting, /1 access to decide about/)
    await starting.getByRole('button', { name: 'Start review' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: /Access review/ }))

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/reviews')
    await grace.getByRole('link', { name: /Access review/ }).click()
    await grace.getByRole('button', { name: 'Revoke Alan Turing' }).click()
    const revoking = grace.getByRole('alertdialog', { name: 'Revoke Editor in Apollo from Alan Turing?' })
    await revoking.getByRole('button', { name: 'Revoke role' }).click()
    await shows(rowOf(grace, 'Alan Turing').getByRole('alert'))
    await lookAt(grace, 'review-refused')
    await grace.getByRole('button', { name: 'Keep Alan Turing' }).click()
    await reads(rowOf(grace, 'Alan Turing'), 'Kept')
    await hides(rowOf(grace, 'Alan Turing').getByRole('alert'))

    await ada.getByRole('button', { name: 'Call it off' }).click()
    const calling = ada.getByRole('alertdialog')
    await reads(calling, 'There is no sealed report')
    await calling.getByRole('button', { name: 'Call it off' }).click()
    await shows(ada.getByText('Called off', { exact: true }))
    await hides(ada.getByText('Sealed report'))
    const alan = await as('alan')
    await enter(roster, alan, ALAN)
    await alan.goto('/acme/reviews')
    await shows(alan.getByText('Nobody asked you to review access'))
    await hides(alan.getByRole('link', { name: 'Reviews', exact: true }))
  },
)
