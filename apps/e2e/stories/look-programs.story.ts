import type { Page } from 'playwright-core'
import { at, call } from '../src/api.ts'
import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { openReceiver } from '../src/receiver.ts'
import { DAY } from '../src/steps.ts'
import { expect, lookAt, reads, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_WEBHOOKS_TO_PRIVATE: 'true' })

const LONG = `Nightly-export-of-everything-to-the-warehouse-${'of-finance-'.repeat(4)}`
const DESCRIPTION =
  'Takes what changed since yesterday to the warehouse of finance, and tells the people who keep the books.'

/** The pages' clock is a little ahead, so that what was just done lies in the past. */
const MINUTES = 5 * 60_000

/** Finds the id of the role with a key among roles. */
const idOf = (roles: unknown, key: string): unknown =>
  at(Array.isArray(roles) ? roles.find((one: unknown) => at(one, 'key') === key) : undefined, 'id')

story(
  'keys, service accounts and webhooks look right in every state and axe finds nothing',
  { timeout: 400_000 },
  async ({ roster, as, forgive, onTestFinished }) => {
    const receiver = await openReceiver()
    onTestFinished(() => receiver.close())
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'viewer')
    const ask = (path: string, input: object) =>
      call(ada.request, roster.url, path, { organization: 'acme', ...input })
    const roles = await ask('roles.list', {})
    const projectRoles = await ask('roles.list', { level: 'project' })
    const apollo = at(await ask('projects.create', { name: 'Apollo' }), 'project')
    const account = (name: string, description = '') =>
      ask('serviceAccounts.create', { name, description, role: idOf(roles, 'viewer') })
    const bare = await account('Reads the door')
    const exporter = await account(LONG, DESCRIPTION)
    const bot = await account('Deploy bot', 'Brings new versions to Apollo')
    const builder = await ask('serviceAccounts.create', { name: 'Builder', role: idOf(roles, 'admin') })
    const memberOf = async (made: unknown) =>
      at(await ask('serviceAccounts.get', { serviceAccount: at(made, 'serviceAccount') }), 'member')
    const key = (name: string, more: object = {}) =>
      ask('keys.create', { name, role: idOf(roles, 'viewer'), ...more })
    await key('Ends tonight', { expiryDays: 1 })
    await roster.advance(2 * DAY)
    await ada.clock.setFixedTime(Date.now() + 2 * DAY + MINUTES)
    await key(LONG, { for: await memberOf(exporter), expiryDays: null })
    const rotated = await key('Chat of the team', { expiryDays: 5 })
    await ask('keys.rotate', { key: at(rotated, 'key', 'id'), overlapHours: 24 })
    const deploy = { for: await memberOf(bot), project: apollo, role: idOf(projectRoles, 'editor') }
    await key('Deploy', deploy)
    const admin = await key('Report of Monday', { role: idOf(roles, 'admin') })
    const ofBuilder = { for: await memberOf(builder), role: idOf(roles, 'admin') }
    const accounts = await key('Keeps the projects', ofBuilder)
    for (const made of [admin, accounts])
      await fetch(`${roster.url}/api/v1/organizations/acme/projects`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${String(at(made, 'secret'))}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ name: `By ${String(at(made, 'key', 'name'))}` }),
      })

    const look = async (page: Page, path: string, name: string) => {
      await page.goto(path)
      await shows(page.getByRole('heading', { level: 1 }))
      await lookAt(page, name)
    }
    await look(ada, '/acme/settings/keys', 'programs-keys')
    await ada.getByRole('button', { name: /^Edit Chat/ }).click()
    await lookAt(ada, 'programs-key-edit')
    await look(ada, '/acme/settings/keys?create=true', 'programs-key-new')
    await ada.getByRole('button', { name: 'Create key' }).click()
    await lookAt(ada, 'programs-key-new-error')
    await ada.getByLabel('Name', { exact: true }).fill(LONG)
    await ada.getByRole('radio', { name: /^Admin/ }).check()
    await ada.getByLabel('Expires').selectOption('never')
    await ada.getByText('Permissions', { exact: true }).click()
    await lookAt(ada, 'programs-key-new-filled')
    await ada.getByRole('button', { name: 'Create key' }).click()
    await shows(ada.getByText('Copy it now'))
    await lookAt(ada, 'programs-key-made')
    for (let nth = 0; nth < 24; nth++) await key(`Build of branch ${nth + 1}`)
    await look(ada, '/acme/settings/keys', 'programs-keys-many')

    await look(ada, '/acme/audit?action=project.created', 'programs-audit')
    await reads(ada.getByRole('main'), 'with the key Keeps the projects, created the project')

    await look(ada, '/acme/settings/service-accounts', 'programs-accounts')
    await look(ada, '/acme/settings/service-accounts?create=true', 'programs-account-new')
    await ada.getByRole('button', { name: 'Create service account' }).click()
    await lookAt(ada, 'programs-account-new-error')
    const accountPath = (made: unknown) =>
      `/acme/settings/service-accounts/${String(at(made, 'serviceAccount'))}`
    await look(ada, accountPath(bare), 'programs-account-bare')
    await look(ada, accountPath(exporter), 'programs-account-long')
    await look(ada, `${accountPath(exporter)}?dialog=edit`, 'programs-account-edit')
    await look(ada, `${accountPath(exporter)}?dialog=remove`, 'programs-account-remove')
    await look(ada, `/acme/projects/${String(apollo)}?tab=settings`, 'programs-project-keys')

    const webhook = (name: string, events: readonly string[], path = '') =>
      ask('webhooks.create', { name, url: receiver.url + path, events })
    const chat = await webhook('Chat of the team', ['*'])
    await expect.poll(() => receiver.posted.length).toBeGreaterThan(0)
    const off = await webhook(LONG, ['member.joined', 'member.removed', 'role.*'], `/${'x'.repeat(150)}`)
    await ask('webhooks.disable', { webhook: at(off, 'webhook') })
    receiver.answer(500)
    const failing = await webhook('Book-keeping', ['member.*', 'invitation.*'])
    await ask('projects.create', { name: 'Gemini' })
    await ask('invitations.send', { recipients: ['alan@bletchley.test'] })
    await expect
      .poll(async () => at(await ask('webhooks.get', { webhook: at(failing, 'webhook') }), 'state'))
      .toBe('failing')
    const hookPath = (made: unknown) => `/acme/settings/webhooks/${String(at(made, 'webhook'))}`
    await look(ada, '/acme/settings/webhooks', 'programs-webhooks')
    await look(ada, hookPath(chat), 'programs-webhook')
    await look(ada, hookPath(off), 'programs-webhook-off')
    for (const dialog of ['edit', 'rotate', 'on', 'delete'])
      await look(ada, `${hookPath(off)}?dialog=${dialog}`, `programs-webhook-${dialog}`)
    await look(ada, `${hookPath(chat)}?dialog=off`, 'programs-webhook-switch-off')
    await look(ada, `${hookPath(chat)}?state=failed&event=audit.verified`, 'programs-webhook-no-match')
    await look(ada, hookPath(failing), 'programs-webhook-failing')
    await ada
      .getByRole('button', { name: /^Invitation sent/ })
      .first()
      .click()
    await shows(ada.getByText('the disk is full'))
    await lookAt(ada, 'programs-delivery')

    await look(ada, '/acme/settings', 'programs-settings')
    await ada.keyboard.press('Control+k')
    await ada.keyboard.type('key')
    await shows(ada.getByRole('option').first())
    await lookAt(ada, 'programs-palette')

    const grace = await as('grace')
    await grace.clock.setFixedTime(Date.now() + 2 * DAY + MINUTES)
    await enter(roster, grace, GRACE)
    await look(grace, '/acme/settings', 'programs-viewer-settings')
    await look(grace, '/acme/settings/keys', 'programs-viewer-keys')
    await look(grace, '/acme/settings/service-accounts', 'programs-viewer-accounts')
    await look(grace, accountPath(bot), 'programs-viewer-account')
    forgive(grace, /status of 403/)
    await grace.goto('/acme/settings/webhooks')
    await lookAt(grace, 'programs-viewer-webhooks')
  },
)
