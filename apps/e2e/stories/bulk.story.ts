import { ALAN, begin, GRACE, gatherIn, MARY } from '../src/crowd.ts'
import { row, tick } from '../src/steps.ts'
import { axe, counts, expect, hides, shows, story } from '../src/story.ts'

story(
  'D6 D10 D12 I16 an owner removes several people at once, and no owner can be ticked',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, MARY])
    await ada.goto('/acme/members')

    const owner = row(ada, /Ada Lovelace/).getByRole('checkbox')
    await shows(owner)
    expect(await owner.getAttribute('aria-disabled')).toBe('true')
    await owner.focus()
    await shows(ada.getByText('Owners are protected. Change their role or transfer ownership first.'))

    await ada.getByRole('checkbox', { name: 'Select all on this page' }).check()
    const bar = ada.getByRole('region', { name: 'Selected' })
    await shows(bar.getByText('3 selected'))
    expect(await owner.isChecked()).toBe(false)
    await axe(ada)
    await row(ada, /Mary Somerville/)
      .getByRole('checkbox')
      .uncheck()
    await bar.getByRole('button', { name: 'Remove' }).click()

    const dialog = ada.getByRole('alertdialog', { name: 'Remove 2 people from Acme?' })
    await shows(dialog.getByText('Grace Hopper'))
    await shows(dialog.getByText('Alan Turing'))
    await dialog.getByRole('button', { name: 'Remove 2 people' }).click()
    await shows(ada.getByText('2 people removed.'))
    await hides(row(ada, /Grace Hopper|Alan Turing/))
    await shows(row(ada, /Mary Somerville/))
    await hides(bar)
  },
)

story('an owner gives several people another role, and takes it back', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE, ALAN])
  await gatherIn(roster, ada, [MARY], 'viewer')
  await ada.goto('/acme/members')
  await tick(ada, /Alan Turing/)
  await tick(ada, /Mary Somerville/)
  await ada.getByRole('region', { name: 'Selected' }).getByRole('button', { name: 'Change role' }).click()

  const dialog = ada.getByRole('dialog', { name: 'Change the role of 2 people' })
  await dialog.getByRole('radio', { name: 'Admin' }).check()
  await dialog.getByRole('checkbox', { name: 'Give the role Admin to these 2 people' }).check()
  await axe(ada)
  await dialog.getByRole('button', { name: 'Change the role of 2 people' }).click()
  await shows(ada.getByText('2 people have the role Admin now.'))
  await counts(row(ada, /Turing.*Admin|Somerville.*Admin/), 2)

  await ada.getByRole('button', { name: 'Undo' }).click()
  await shows(row(ada, /Alan Turing.*Member/))
  await shows(row(ada, /Mary Somerville.*Viewer/))
  await shows(row(ada, /Grace Hopper.*Member/))
})
