// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import './overlays/dialog-panel.tsx' // loaded before, so that no test waits for it
import { ConfirmDialog } from './confirm-dialog.tsx'

afterEach(cleanup)

function ask(props: Partial<Parameters<typeof ConfirmDialog>[0]> = {}) {
  const onConfirm = vi.fn()
  const onOpenChange = vi.fn()
  render(
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title="Delete Acme?"
      losses={['15 members', '3 open invitations']}
      confirmLabel="Delete Acme"
      onConfirm={onConfirm}
      {...props}
    />,
  )
  return { onConfirm, onOpenChange, user: userEvent.setup() }
}

test('names the object and lists what is lost; the focus starts on "Cancel"', async () => {
  ask()
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Acme?' })
  expect([...dialog.querySelectorAll('li')].map((loss) => loss.textContent)).toEqual([
    '15 members',
    '3 open invitations',
  ])
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'))
})

test('goes on only after the word was typed', async () => {
  const { onConfirm, user } = ask({ typedWord: 'acme' })
  const button = await screen.findByRole('button', { name: 'Delete Acme' })
  await user.click(button)
  await user.type(screen.getByLabelText('Type acme to confirm'), 'acm{Enter}')
  expect(onConfirm).not.toHaveBeenCalled()
  await user.type(screen.getByLabelText('Type acme to confirm'), 'e')
  await user.click(button)
  expect(onConfirm).toHaveBeenCalledOnce()
})

test('cannot be pressed twice nor closed while the answer is awaited', async () => {
  const { onConfirm, onOpenChange, user } = ask({ pending: true })
  await user.click(await screen.findByRole('button', { name: 'Delete Acme' }))
  await user.keyboard('{Escape}')
  expect(onConfirm).not.toHaveBeenCalled()
  expect(onOpenChange).not.toHaveBeenCalled()
})

test('shows the refusal and announces it', async () => {
  ask({ refusal: 'Owners are protected. Change their role or transfer ownership first.' })
  expect((await screen.findByRole('alert')).textContent).toContain('Owners are protected.')
})
