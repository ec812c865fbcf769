import { at, call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { counts, expect, hides, lookAt, reads, shows, story } from '../src/story.ts'

/** What a program is answered that sends this key. */
async function ask(url: string, key: string, path: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
  return { status: answer.status, body: await answer.json() }
}

story(
  'T28 a key is made, copied once, used by a program, rotated with an overlap, and dead once it is revoked',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await ada.goto('/acme/settings/keys')
    await shows(ada.getByText('No API keys yet'))
    await lookAt(ada, 'keys-none')
    await ada.getByRole('button', { name: 'New key' }).first().click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await shows(dialog.getByText('Choose a role: the key never gets to do more.'))
    await dialog.getByLabel('Name').fill('Nightly export')
    await dialog.getByRole('radio', { name: /^Viewer/ }).check()
    await dialog.getByText('Permissions').click()
    await dialog.getByLabel('See the projects that are visible to the organization').uncheck()
    await shows(dialog.getByText('2 of 3'))
    await lookAt(ada, 'key-new')
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await shows(ada.getByRole('dialog', { name: 'The key Nightly export is created' }))
    const code = (nth: number) => ada.getByRole('dialog').locator('pre').nth(nth).innerText()
    const first = await code(0)
    expect(first).toMatch(/^rst_[0-9A-Za-z]{36}$/)
    expect(await code(1)).toContain(`Authorization: Bearer ${first}`)
    await ada.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await hides(ada.getByRole('dialog'))
    await reads(ada.getByRole('main'), `rst_…${first.slice(-4)}`)
    await reads(ada.getByRole('main'), 'Never used')
    await lookAt(ada, 'keys')

    expect(await ask(roster.url, first, '/organizations/acme/members')).toMatchObject({
      status: 200,
      body: { total: 2 },
    })
    expect((await ask(roster.url, first, '/organizations/acme/projects')).status).toBe(403)

    await ada.getByRole('button', { name: 'Rotate Nightly export' }).click()
    await lookAt(ada, 'key-rotate')
    await ada.getByRole('dialog').getByRole('button', { name: 'Rotate key' }).click()
    await shows(ada.getByRole('dialog', { name: 'Nightly export has a new secret' }))
    const second = await code(0)
    expect(second).not.toBe(first)
    await ada.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await shows(ada.getByText('Two secrets'))
    for (const secret of [first, second])
      expect((await ask(roster.url, secret, '/organizations/acme/members')).status).toBe(200)

    await ada.getByRole('button', { name: 'Revoke Nightly export' }).click()
    const asked = ada.getByRole('alertdialog', { name: 'Revoke the key Nightly export?' })
    await reads(asked, 'there is no way back')
    await lookAt(ada, 'key-revoke')
    await asked.getByRole('button', { name: 'Revoke key' }).click()
    await shows(ada.getByText('No API keys yet'))
    for (const secret of [first, second])
      expect((await ask(roster.url, secret, '/organizations/acme/members')).status).toBe(401)

    // Grace sees her own keys only, and so none.
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/settings/keys')
    await shows(grace.getByText('No API keys yet'))
    await ada.goto('/acme/audit')
    await reads(ada.getByRole('main'), 'Ada Lovelace revoked the API key Nightly export')
  },
)

story(
  'I17 a service account gets a role in a project and a key that works there, and ends with everything it has',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    // There is no person where a service account is looked for.
    forgive(ada, /status of 404/)
    await begin(roster, ada)
    const apollo = await call(ada.request, roster.url, 'projects.create', {
      organization: 'acme',
      name: 'Apollo',
    })
    const project = String(at(apollo, 'project'))
    await ada.goto('/acme/settings/service-accounts')
    await shows(ada.getByText('No service accounts yet'))
    await lookAt(ada, 'service-accounts-none')
    await ada.getByRole('button', { name: 'New service account' }).first().click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Deploy bot')
    await dialog.getByLabel('Description').fill('Brings new versions to Apollo')
    await dialog.getByRole('radio', { name: /^Viewer/ }).check()
    await lookAt(ada, 'service-account-new')
    await dialog.getByRole('button', { name: 'Create service account' }).click()
    await shows(ada.getByRole('heading', { name: 'Deploy bot' }))

    await ada.getByRole('button', { name: 'Assign to projects' }).click()
    const assign = ada.getByRole('dialog', { name: 'Assign Deploy bot to projects' })
    await assign.getByRole('button', { name: 'Add Apollo' }).click()
    await assign.getByLabel('Role', { exact: true }).selectOption({ label: 'Editor' })
    await assign.getByRole('button', { name: 'Preview' }).click()
    await assign.getByRole('button', { name: 'Assign 1 role' }).click()
    await assign.getByRole('button', { name: 'Done' }).click()
    await hides(assign)
    await reads(ada.getByRole('main'), 'Apollo Editor')

    await ada.getByRole('button', { name: 'New key' }).click()
    await ada.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Deploy')
    await ada.getByRole('dialog').getByLabel('Works in', { exact: true }).selectOption('Apollo')
    await ada
      .getByRole('dialog')
      .getByRole('radio', { name: /^Editor/ })
      .check()
    await ada.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
    await shows(ada.getByRole('dialog', { name: 'The key Deploy is created' }))
    const secret = await ada.getByRole('dialog').locator('pre').first().innerText()
    await ada.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await reads(ada.getByRole('main'), 'At most Editor in Apollo')
    await lookAt(ada, 'service-account')

    expect((await ask(roster.url, secret, `/projects/${project}/members`)).status).toBe(200)
    expect((await ask(roster.url, secret, '/organizations/acme/members')).status).toBe(403)

    // Lists that know members only lead to its page as well.
    const holders = await call(ada.request, roster.url, 'serviceAccounts.list', { organization: 'acme' })
    await ada.goto(`/acme/members/${String(at(holders, 'items', 0, 'member'))}`)
    await shows(ada.getByRole('heading', { name: 'Deploy bot' }))

    // It is no person, and nobody counts it as one.
    await ada.goto('/acme/members')
    await reads(ada.getByRole('main'), 'Ada Lovelace')
    await counts(ada.getByRole('row', { name: /Deploy bot/ }), 0)
    await ada.goto(`/acme/projects/${project}?tab=settings`)
    await reads(ada.getByRole('main'), 'Acts for Deploy bot')
    await lookAt(ada, 'project-keys')

    await ada.getByRole('link', { name: 'Deploy bot' }).click()
    await ada.getByRole('button', { name: 'Remove service account' }).click()
    const asked = ada.getByRole('alertdialog', { name: 'Remove Deploy bot from Acme?' })
    await reads(asked, '1 API key: whatever uses them stops working at once')
    await asked.getByRole('button', { name: 'Remove service account' }).click()
    await shows(ada.getByText('No service accounts yet'))
    expect((await ask(roster.url, secret, `/projects/${project}/members`)).status).toBe(401)
  },
)
