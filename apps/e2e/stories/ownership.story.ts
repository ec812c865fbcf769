import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { act, row } from '../src/steps.ts'
import { axe, shows, story } from '../src/story.ts'

story(
  'D46 the last owner cannot leave and is told why; after handing the organization over they can',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    forgive(ada, /status of 4\d\d/) // what the last page still asks for is not theirs any more
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await ada.goto('/acme/members')
    await act(ada, /Ada Lovelace/, 'Leave organization')
    const refusal = ada.getByRole('dialog', { name: 'You are the only owner of Acme' })
    await shows(refusal.getByText('An organization always has an owner. Make someone else an owner first.'))
    await axe(ada)
    await refusal.getByRole('button', { name: 'Transfer ownership' }).click()

    const transfer = ada.getByRole('dialog', { name: 'Transfer ownership of Acme' })
    await transfer.getByRole('radio', { name: 'Grace Hopper' }).check()
    const named = ada.getByRole('dialog', { name: /^Transfer/ })
    await named.getByRole('radio', { name: 'Admin' }).check()
    await axe(ada)
    await named.getByRole('checkbox').check()
    await named.getByRole('button', { name: 'Transfer ownership' }).click()
    await shows(row(ada, /Grace Hopper.*Owner/))
    await shows(row(ada, /Ada Lovelace.*Admin/))

    await act(ada, /Ada Lovelace/, 'Leave organization')
    const leave = ada.getByRole('alertdialog', { name: 'Leave Acme?' })
    await leave.getByRole('button', { name: 'Leave Acme' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'My organizations' }))
    await shows(ada.getByText('You are in no organization yet'))
  },
)
