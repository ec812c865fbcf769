import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { act, row } from '../src/steps.ts'
import { hides, shows, story } from '../src/story.ts'

story(
  'D45 a role change takes effect in the open page of the other person, without reload',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/members')
    await shows(row(grace, /Ada Lovelace.*Owner/))
    await hides(grace.getByRole('button', { name: 'Invite people' }))
    await hides(grace.getByRole('link', { name: 'Audit' }))

    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Change role')
    const dialog = ada.getByRole('dialog', { name: 'Change the role of Grace Hopper' })
    await dialog.getByRole('radio', { name: 'Admin' }).check()
    await dialog.getByRole('checkbox', { name: 'Give the role Admin to Grace Hopper' }).check()
    await dialog.getByRole('button', { name: 'Change role' }).click()
    await shows(ada.getByText('Grace Hopper has the role Admin now.'))

    await shows(grace.getByRole('button', { name: 'Invite people' }))
    await shows(grace.getByRole('link', { name: 'Audit' }))
    await shows(row(grace, /Grace Hopper.*Admin/))

    await ada.getByRole('button', { name: 'Undo' }).click()
    await shows(row(ada, /Grace Hopper.*Member/))
    await hides(grace.getByRole('button', { name: 'Invite people' }))
    await hides(grace.getByRole('link', { name: 'Audit' }))
  },
)

story(
  'T2 T27 I14 who is removed while their page is open loses it at once, and is told what to do',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    forgive(grace, /status of 4\d\d/)
    await enter(roster, grace, GRACE)
    await grace.goto('/acme/members')
    await shows(row(grace, /Ada Lovelace/))

    await ada.goto('/acme/members')
    await act(ada, /Grace Hopper/, 'Remove from organization')
    const dialog = ada.getByRole('alertdialog', { name: 'Remove Grace Hopper from Acme?' })
    await shows(dialog.getByText('The role Member and everything it allows in Acme'))
    await dialog.getByRole('button', { name: 'Remove member' }).click()
    await hides(row(ada, /Grace Hopper/))

    await shows(grace.getByRole('heading', { name: 'You are not in this organization any more' }))
    await hides(row(grace, /Ada Lovelace/))
    await grace.getByRole('link', { name: 'Go to my organizations' }).click()
    await shows(grace.getByText('You are in no organization yet'))
  },
)
