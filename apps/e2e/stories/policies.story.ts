import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { expect, hides, reads, shows, story } from '../src/story.ts'

story(
  'D24 D33 T7 policies are saved section by section, hold at once, and say why to whoever may not change them',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'member')
    await ada.goto('/acme/settings/policies')
    const section = (name: string) => ada.getByRole('region', { name, exact: true })

    await section('Who can be invited').getByLabel('Allowed domains').fill('acme.test')
    await section('Who can be invited').getByLabel('Allowed domains').press('Enter')
    await section('Who can be invited').getByRole('button', { name: 'Save domains' }).click()
    await shows(ada.getByText('Policy saved'))
    await reads(section('Seats'), '2 members and 0 open invitations take 2 seats now')
    await section('Powerful roles').getByRole('checkbox').check()
    await section('Powerful roles').getByRole('button', { name: 'Save reasons' }).click()
    await expect
      .poll(() => section('Powerful roles').getByRole('button').getAttribute('aria-disabled'))
      .toBe('true')

    await ada.goto('/acme/members?invite=true')
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Email addresses or usernames').fill('eve@elsewhere.test')
    await dialog.getByLabel('Email addresses or usernames').press('Enter')
    await reads(dialog, '1 cannot be invited')
    await ada.keyboard.press('Escape')

    await ada.goto('/acme/members')
    await row(ada, /Grace Hopper/)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    await ada.getByRole('menuitem', { name: /Change role/ }).click()
    const change = ada.getByRole('dialog')
    await change.getByRole('radio', { name: 'Admin' }).check()
    await change.getByRole('checkbox').check()
    await change.getByRole('button', { name: 'Change role' }).click({ force: true })
    await hides(ada.getByText('has the role Admin now'))
    await change.getByLabel('Reason').fill('Covers for Ada')
    await change.getByRole('button', { name: 'Change role' }).click()
    await shows(ada.getByText('has the role Admin now'))

    const grace = await as('grace')
    forgive(grace, /status of 403/)
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/settings/policies')
    await reads(grace.getByRole('region', { name: 'Who manages members' }), 'Only owners change this.')
  },
)

story(
  'I2 owners say what members get, and members find it on the home of the organization',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE], 'member')
    await ada.goto('/acme/settings/offers')
    await ada.getByRole('button', { name: 'Add offer' }).click()
    await ada.getByLabel('Name of offer 1').fill('Design tool')
    await ada.getByLabel('Web address').fill('design.acme.test')
    await ada.getByRole('button', { name: 'Save offers' }).click()
    await shows(ada.getByText('Write a web address that begins with https://'))
    await ada.getByLabel('Web address').fill('https://design.acme.test')
    await ada.getByRole('button', { name: 'Save offers' }).click()
    await shows(ada.getByText('Offers saved'))

    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme')
    await shows(grace.getByRole('link', { name: /Design tool/ }))
  },
)
