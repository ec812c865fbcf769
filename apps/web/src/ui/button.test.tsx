// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import './overlays/tip-bubble.tsx' // loaded before, so that no test waits for it
import { Button } from './button.tsx'
import { TipHost } from './tip-host.tsx'

afterEach(cleanup)

test('a refused button is reached by Tab, does nothing, and tells why when pressed', async () => {
  const onClick = vi.fn()
  const user = userEvent.setup()
  render(
    <>
      <Button onClick={onClick} disabledReason="Only owners can remove owners.">
        Remove
      </Button>
      <TipHost />
    </>,
  )
  const button = screen.getByRole('button', { name: 'Remove' })
  await user.tab()
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await user.click(button)
  expect(onClick).not.toHaveBeenCalled()
  const tip = await screen.findByText('Only owners can remove owners.')
  expect(button.getAttribute('aria-describedby')).toBe(tip.closest('[role="tooltip"]')?.id)
  await user.keyboard('{Escape}')
  expect(screen.queryByText('Only owners can remove owners.')).toBeNull()
})

test('a refused or pending submit button does not submit', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const user = userEvent.setup()
  const form = (props: { disabledReason?: string; pending?: boolean }) => (
    <form onSubmit={onSubmit}>
      <Button type="submit" {...props}>
        Save
      </Button>
    </form>
  )
  const { rerender } = render(form({ disabledReason: 'Nothing was changed.' }))
  await user.click(screen.getByRole('button'))
  rerender(form({ pending: true }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSubmit).not.toHaveBeenCalled()
  rerender(form({}))
  await user.click(screen.getByRole('button'))
  expect(onSubmit).toHaveBeenCalledOnce()
})
