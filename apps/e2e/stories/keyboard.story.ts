import type { Page } from 'playwright-core'
import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { expect, hides, reads, shows, story } from '../src/story.ts'

/** Waits until the focus is on a control of that name. */
async function focused(page: Page, name: string | RegExp): Promise<void> {
  const named = page.locator(':focus')
  const said = () => named.evaluate((one) => one.getAttribute('aria-label') ?? one.textContent ?? '')
  await expect.poll(said).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name)
}

story('everything on the members page is done with the keyboard alone', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE])
  await ada.goto('/acme/members')
  await shows(row(ada, /Grace Hopper/))
  const { keyboard } = ada

  await keyboard.press('Tab')
  await focused(ada, 'Skip to the page')
  await keyboard.press('Enter')
  expect(await ada.locator(':focus').getAttribute('id')).toBe('main')
  await keyboard.press('Tab')
  await focused(ada, 'what they may do')
  await keyboard.press('Tab')
  await focused(ada, 'Invite people')

  // The palette finds a person, and gives the focus back when it is left
  await keyboard.press('Control+k')
  await shows(ada.getByRole('dialog', { name: 'Search and commands' }))
  await keyboard.press('Escape')
  await hides(ada.getByRole('dialog'))
  await focused(ada, 'Invite people')
  await keyboard.press('Control+k')
  await keyboard.type('hopper')
  await shows(ada.getByRole('option', { name: /Grace Hopper/ }))
  await keyboard.press('Enter')
  await shows(ada.getByRole('heading', { level: 1, name: 'Grace Hopper' }))
  await reads(ada.getByRole('main'), /Invited .* by Ada Lovelace/)
  await ada.goBack()

  // The row menu, a dialog out of it, and back to where one was
  await row(ada, /Grace Hopper/)
    .getByRole('button', { name: 'Actions for Grace Hopper' })
    .focus()
  await keyboard.press('Enter')
  await focused(ada, 'Change role')
  await keyboard.press('ArrowDown')
  await focused(ada, 'Assign to projects')
  await keyboard.press('ArrowDown')
  await focused(ada, 'Edit title and display name')
  await keyboard.press('Escape')
  await focused(ada, 'Actions for Grace Hopper')
  await keyboard.press('ArrowDown')
  await focused(ada, 'Change role')
  await keyboard.press('e')
  await focused(ada, 'Edit title and display name')
  await keyboard.press('Enter')
  const edit = ada.getByRole('dialog', { name: 'Edit Grace Hopper' })
  await shows(edit)
  await keyboard.type('Rear admiral')
  await keyboard.press('Enter')
  await hides(edit)
  await shows(row(ada, /Rear admiral/))
  await focused(ada, 'Actions for Grace Hopper')

  // Inviting: chips by Enter, sent by Enter
  await ada.getByRole('button', { name: 'Invite people' }).first().focus()
  await keyboard.press('Enter')
  await shows(ada.getByRole('dialog', { name: 'Invite people to Acme' }))
  await keyboard.type('mary@moon.test')
  await keyboard.press('Enter')
  await shows(ada.getByRole('button', { name: 'Invite 1 person' }))
  await keyboard.press('Enter')
  await shows(ada.getByRole('dialog', { name: '1 person invited to Acme' }))
  await keyboard.press('Escape')
  await hides(ada.getByRole('dialog'))
  await focused(ada, 'Invite people')
})
