// @vitest-environment happy-dom
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { PersonCell } from './person-cell.tsx'
import type { Member } from './types.ts'

afterEach(cleanup)

/** The card's code comes on demand. */
const PATIENT = { timeout: 15_000 }

const ADA: Member = {
  user: 'usr_1',
  member: 'mem_1',
  name: 'Ada Lovelace',
  ownName: 'Ada Lovelace',
  displayName: null,
  username: 'ada',
  email: 'ada@acme.test',
  verified: true,
  avatar: null,
  title: 'Analyst',
  role: { id: 'rol_1', key: 'admin', name: 'Admin' },
  protected: false,
  joinedAt: 1_777_885_200_000,
  lastActiveAt: null,
  leftAt: null,
  you: false,
  source: 'invitation',
}

/** The cell in a page of its own. */
async function shown(member: Partial<Member> = {}) {
  const component = () => (
    <main>
      <PersonCell member={{ ...ADA, ...member }} organization="acme" />
    </main>
  )
  const routeTree = createRootRoute({ component })
  const router = createRouter({ routeTree, history: createMemoryHistory() })
  render(<RouterProvider<typeof router> router={router} />)
  return screen.findByRole('main')
}

test('D4 the row shows initials until there is a picture, the verified mark, name and username', async () => {
  const cell = within(await shown())
  expect(cell.getByText('AL')).toBeDefined()
  expect(cell.getByText('Verified email address')).toBeDefined()
  expect(cell.getByText('Ada Lovelace')).toBeDefined()
  expect(cell.getByText('@ada')).toBeDefined()
  cleanup()
  const pictured = await shown({ avatar: '/avatars/abc.webp' })
  expect(pictured.querySelector('img')?.getAttribute('src')).toBe('/avatars/abc.webp')
  expect(within(pictured).queryByText('AL')).toBeNull()
})

test('D5 hovering shows a card, the name links to the person, and the address opens a mail program', async () => {
  const user = userEvent.setup()
  const cell = within(await shown({ avatar: '/avatars/abc.webp' }))
  const link = cell.getByRole('link', { name: /Ada Lovelace/ })
  expect(link.getAttribute('href')).toBe('/acme/members/mem_1')
  await user.hover(link)
  const card = within(await screen.findByRole('dialog', { name: 'About Ada Lovelace' }, PATIENT))
  expect(card.getByText('Analyst')).toBeDefined()
  expect(card.getByText('Admin')).toBeDefined()
  expect(card.getByRole('link', { name: 'ada@acme.test' }).getAttribute('href')).toBe('mailto:ada@acme.test')
}, 20_000)
