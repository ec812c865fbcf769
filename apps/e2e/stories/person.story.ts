import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import type { Roster } from '../src/roster.ts'
import { DAY, invite, join, row } from '../src/steps.ts'
import { expect, hides, reads, shows, story } from '../src/story.ts'

const asker =
  (roster: Roster, page: Page) =>
  (path: string, input: object = {}) =>
    call(page.request, roster.url, path, { organization: 'acme', ...input })

story(
  'D1 I5 D5 from one’s own menu to the members of an organization, and from a name to everything about the person',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])

    await ada.goto('/account')
    await ada.getByRole('button', { name: /^Your account/ }).click()
    await ada.getByRole('menuitem', { name: 'My organizations' }).click()
    await ada
      .getByRole('main')
      .getByRole('link', { name: /Acme.*people/ })
      .click()
    await ada.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await ada
      .getByRole('navigation', { name: 'Settings of Acme' })
      .getByRole('link', { name: 'Members' })
      .click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Members' }))

    await row(ada, /Grace Hopper/)
      .getByRole('link', { name: /Grace Hopper/ })
      .click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Grace Hopper' }))
    expect(new URL(ada.url()).pathname).toMatch(/^\/acme\/members\/mem_/)
    await shows(ada.getByRole('link', { name: GRACE.email }))
    await reads(ada.getByRole('main'), /Invited .* by Ada Lovelace/)
    await ada.getByRole('button', { name: 'Edit' }).click()
    const edit = ada.getByRole('dialog', { name: 'Edit Grace Hopper' })
    await edit.getByLabel('Title').fill('Rear admiral')
    await edit.getByRole('button', { name: 'Save' }).click()
    await hides(edit)
    await shows(ada.getByText('Rear admiral').first())

    // Whoever gave her the role leads to their page as well.
    await ada.getByRole('link', { name: 'Ada Lovelace', exact: true }).first().click()
    await shows(ada.getByRole('heading', { level: 1, name: /Ada Lovelace/ }))
    await ada.getByRole('link', { name: 'Sessions' }).click()
    await shows(ada.getByText('These are yours'))
  },
)

story(
  'D45 accepted, but no access: the page says so, tells opened from accepted, and leads to the next step',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    const ask = asker(roster, ada)
    await ask('projects.create', { name: 'Apollo' })
    await invite(ada, GRACE.email)
    const grace = await as('grace')
    await join(grace, await mailbox.linkFor(GRACE.email), GRACE)

    // She sees it herself, on her own page.
    await grace.waitForURL('/acme')
    await grace.getByRole('link', { name: 'What you may do' }).click()
    await shows(grace.getByText('You have no access to any project yet'))

    await ada.goto('/acme/members')
    await row(ada, /Grace Hopper/)
      .getByRole('link', { name: /Grace Hopper/ })
      .click()
    await shows(ada.getByText('Accepted, but no access to any project'))
    await reads(ada.getByRole('main'), /Link opened .* Accepted /)
    const nothing = ada.getByText('Accepted, but no access to any project')
    await ada.getByRole('button', { name: 'Assign to projects' }).first().click()
    const assign = ada.getByRole('dialog', { name: 'Assign to projects' })
    await assign.getByRole('button', { name: 'Add Apollo' }).click()
    await assign.getByLabel('Role', { exact: true }).selectOption({ label: 'Editor' })
    await assign.getByLabel('Reason').fill('on the crew')
    await assign.getByRole('button', { name: 'Preview' }).click()
    await assign.getByRole('button', { name: 'Assign 1 role' }).click()
    await assign.getByRole('button', { name: 'Done' }).click()
    await hides(nothing)

    // Why: one press, with who gave it for which reason, and what would change it.
    const access = ada.locator('details').filter({ hasText: 'Apollo' })
    await access.locator('summary').first().click()
    await reads(access, /Direct, by Ada Lovelace on/)
    await shows(access.getByText('on the crew'))
    // It counts in her running session, without a new sign-in.
    await hides(grace.getByText('You have no access to any project yet'))
    await shows(grace.locator('details').filter({ hasText: 'Apollo' }))

    await access.getByRole('button', { name: 'Take away' }).click()
    const take = ada.getByRole('alertdialog', { name: 'Take the role Editor in Apollo from Grace Hopper?' })
    await shows(take.getByText('This is lost'))
    await take.getByRole('button', { name: 'Take away' }).click()
    await shows(nothing)
    await ada.getByRole('button', { name: 'Undo' }).click()
    await hides(nothing)
  },
)

story(
  'D39 one act offboards somebody everywhere, shows the evidence, and can be undone',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, MARY], 'admin')
    const ask = asker(roster, ada)
    const project = at(await ask('projects.create', { name: 'Apollo' }), 'project')
    const roles = await ask('roles.list', { level: 'project' })
    const editor = Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === 'editor') : {}
    const alan = at(await ask('members.list', { search: 'Alan' }), 'items', 0, 'member')
    const group = at(await ask('groups.create', { name: 'Engineering' }), 'group')
    await ask('groups.addMembers', { group, members: [alan] })
    await ask('assignments.assign', {
      changes: [{ subject: { member: alan }, project, role: at(editor, 'id') }],
    })
    const his = await as('alan')
    await enter(roster, his, ALAN)
    const viewer = await call(his.request, roster.url, 'roles.list', { organization: 'acme' })
    await call(his.request, roster.url, 'invitations.send', {
      organization: 'acme',
      recipients: ['guest@example.test'],
      role: at(viewer, 0, 'id'),
    })
    await his.goto('/acme')

    // Owners are protected, and the menu says so.
    await ada.goto('/acme/members')
    await ada.getByRole('button', { name: 'Actions for Ada Lovelace' }).click()
    await shows(ada.getByRole('menuitem', { name: 'Leave organization' }))
    await ada.keyboard.press('Escape')

    // His page: sessions, whom he invited, what is told of him.
    await ada.goto(`/acme/members/${String(alan)}`)
    await ada.getByRole('link', { name: 'Sessions' }).click()
    await shows(ada.getByText(/Linux/).first())
    await ada.getByRole('link', { name: 'Invited' }).click()
    await shows(row(ada, /guest@example\.test/))
    await ada.getByRole('link', { name: 'History' }).click()
    await shows(ada.getByRole('button', { name: /Alan Turing joined as/ }))

    await ada.getByRole('button', { name: 'More' }).click()
    await ada.getByRole('menuitem', { name: 'Offboard' }).click()
    const dialog = ada.getByRole('alertdialog', { name: 'Offboard Alan Turing from Acme?' })
    await reads(dialog, /Roles of their own in 1 project/)
    await reads(dialog, /Their place in 1 group/)
    await reads(dialog, /signed out on every device/)
    await dialog.getByRole('radio', { name: 'Revoke them' }).check()
    await dialog.getByRole('button', { name: 'Offboard' }).click()

    await shows(ada.getByRole('heading', { level: 1, name: 'Offboarding of Alan Turing' }))
    await shows(row(ada, /Role Editor.*Apollo/))
    await shows(row(ada, /Place in a group.*Engineering/))
    await shows(row(ada, /guest@example\.test.*revoked/))
    await shows(ada.getByText(/^[0-9a-f]{64}$/).first())
    const evidence = ada.url()
    await shows(
      his.getByRole('heading', { name: /sign in/i }).or(his.getByText(/session has ended|Sign in/i)),
    )

    // From the trail back to the evidence.
    await ada
      .getByRole('link', { name: /^Entry \d/ })
      .first()
      .click()
    await ada.getByRole('link', { name: 'What ended, and the proof' }).click()
    await ada.waitForURL(evidence)

    // His page tells of who has left, and what he held until then.
    await ada.getByRole('link', { name: 'Alan Turing' }).first().click()
    await shows(ada.getByText('Not a member of Acme any more'))

    await ada.goto(evidence)
    await ada.getByRole('main').getByRole('button', { name: 'Undo' }).click()
    await ada.getByRole('button', { name: 'Undo offboarding' }).click()
    await shows(ada.getByText('Undone: it is as it was before.'))
    await ada.goto('/acme/members')
    await shows(row(ada, /Alan Turing/))
  },
)

story(
  'D45 a group’s way is shown, somebody is taken out of it, what ended is renewed, and an earlier day is looked at',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const ask = asker(roster, ada)
    const project = at(await ask('projects.create', { name: 'Apollo' }), 'project')
    const gemini = at(await ask('projects.create', { name: 'Gemini' }), 'project')
    const roles = await ask('roles.list', { level: 'project' })
    const role = at(
      Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === 'viewer') : 0,
      'id',
    )
    const grace = at(await ask('members.list', { search: 'Grace' }), 'items', 0, 'member')
    const outer = at(await ask('groups.create', { name: 'Engineering' }), 'group')
    const inner = at(await ask('groups.create', { name: 'Platform' }), 'group')
    await ask('groups.nest', { group: outer, child: inner })
    await ask('groups.addMembers', { group: inner, members: [grace] })
    await ask('assignments.assign', { changes: [{ subject: { group: outer }, project, role }] })
    await ask('assignments.assign', {
      changes: [{ subject: { member: grace }, project: gemini, role, expiresAt: Date.now() + DAY }],
    })
    const began = new Date().toISOString().slice(0, 10)
    await roster.advance(2 * DAY)
    await ada.clock.setSystemTime(Date.now() + 2 * DAY)

    await ada.goto(`/acme/members/${String(grace)}`)
    const through = ada.locator('details').filter({ hasText: 'Apollo' })
    await through.locator('summary').first().click()
    await reads(through, /Through Engineering → Platform/)
    await shows(through.getByRole('link', { name: 'Change it in Engineering' }))
    const ended = ada.locator('details').filter({ hasText: 'Gemini' })
    await reads(ended, 'Expired')
    await ended.locator('summary').first().click()
    await ended.getByRole('button', { name: 'Renew for 90 days' }).click()
    await shows(ada.getByText(/^Renewed until/))

    await ada.getByRole('button', { name: 'Take out of Platform' }).click()
    const out = ada.getByRole('alertdialog')
    await reads(out, 'Viewer in Apollo')
    await out.getByRole('button', { name: 'Take out' }).click()
    await shows(ada.getByText('In no group.'))
    await hides(through)

    await ada.getByRole('button', { name: 'As of' }).click()
    await ada.getByLabel('Day', { exact: true }).fill(began)
    await ada.keyboard.press('Escape')
    await shows(ada.getByText(/^As of \d/).first())
    await reads(ada.getByRole('main'), /Apollo/)
    await ada.getByRole('button', { name: 'Back to today' }).first().click()
    await shows(ada.getByText('In no group.'))
  },
)

story('I14 somebody is signed out everywhere from their page', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE])
  const grace = await as('grace')
  await enter(roster, grace, GRACE)
  const found = await call(ada.request, roster.url, 'members.list', { organization: 'acme', search: 'Grace' })
  await ada.goto(`/acme/members/${String(at(found, 'items', 0, 'member'))}?tab=sessions`)
  await ada.getByRole('button', { name: 'End all sessions' }).click()
  await ada.getByRole('alertdialog').getByRole('button', { name: 'End all sessions' }).click()
  await shows(ada.getByText('They are signed in nowhere.'))
  await grace.goto('/acme')
  await shows(grace.getByLabel('Email address'))
})
