// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Chip } from './chip.ts'
import { ChipsInput } from './chips-input.tsx'
import { Field } from './field.tsx'

afterEach(cleanup)

function Recipients({
  onAdd,
  suggest,
}: {
  onAdd?: (texts: readonly string[]) => void
  suggest?: () => Promise<{ id: string; text: string }[]>
}) {
  const [chips, setChips] = useState<readonly Chip[]>([])
  return (
    <Field label="Recipients">
      <ChipsInput
        chips={chips}
        suggest={suggest}
        onAdd={(texts) => {
          onAdd?.(texts)
          setChips((now) => [
            ...now,
            ...texts.map((text) => ({
              id: text,
              text,
              state: text.includes('@') ? ('neutral' as const) : ('invalid' as const),
              reason: text.includes('@') ? undefined : 'there is no @',
            })),
          ])
        }}
        onRemove={(id) => setChips((now) => now.filter((chip) => chip.id !== id))}
      />
    </Field>
  )
}

function chips(): (string | null)[] {
  return [...document.querySelectorAll('[data-chip]')].map((chip) => chip.textContent)
}

test('a comma that comes without its key, as on a phone, makes a chip', () => {
  render(<Recipients />)
  fireEvent.change(screen.getByLabelText('Recipients'), { target: { value: 'ada@acme.test,' } })
  expect(chips()).toEqual(['ada@acme.test'])
})

test('Enter, comma and leaving the field each make a chip', async () => {
  const user = userEvent.setup()
  render(<Recipients />)
  await user.type(screen.getByLabelText('Recipients'), 'ada@acme.test{Enter}grace@acme.test,alan@acme.test')
  expect(chips()).toEqual(['ada@acme.test', 'grace@acme.test'])
  await user.tab()
  expect(chips()).toEqual(['ada@acme.test', 'grace@acme.test', 'alan@acme.test'])
})

test('a pasted list makes all its chips in one call and says how many', async () => {
  const onAdd = vi.fn()
  const user = userEvent.setup()
  render(<Recipients onAdd={onAdd} />)
  await user.click(screen.getByLabelText('Recipients'))
  const many = Array.from({ length: 500 }, (_, at) => `p${at}@acme.test`)
  await user.paste(many.join('\n'))
  expect(onAdd).toHaveBeenCalledOnce()
  expect(onAdd).toHaveBeenCalledWith(many)
  expect(screen.getByText('500 added')).toBeDefined()
}, 20_000)

test('one pasted piece stays text, to be finished by hand', async () => {
  const user = userEvent.setup()
  render(<Recipients />)
  const input = screen.getByLabelText<HTMLInputElement>('Recipients')
  await user.click(input)
  await user.paste('ada@acme')
  expect(chips()).toEqual([])
  expect(input.value).toBe('ada@acme')
})

test('Backspace takes the last chip away only when there is no text', async () => {
  const user = userEvent.setup()
  render(<Recipients />)
  await user.type(screen.getByLabelText('Recipients'), 'ada@acme.test,grace@acme.test,x{Backspace}')
  expect(chips()).toHaveLength(2)
  await user.keyboard('{Backspace}')
  expect(chips()).toEqual(['ada@acme.test'])
})

test('the arrow keys walk the chips, Delete removes one, Enter opens one for editing', async () => {
  const user = userEvent.setup()
  render(<Recipients />)
  const input = screen.getByLabelText<HTMLInputElement>('Recipients')
  await user.type(input, 'ada@acme.test,grace@acme.test,alan@acme.test,')
  await user.keyboard('{ArrowLeft}{ArrowLeft}{Delete}')
  expect(chips()).toEqual(['ada@acme.test', 'alan@acme.test'])
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('alan@acme.test'))
  await user.keyboard('{Enter}')
  expect(chips()).toEqual(['ada@acme.test'])
  expect(input.value).toBe('alan@acme.test')
  expect(document.activeElement).toBe(input)
})

test('a chip that cannot be used says so with its reason', async () => {
  const user = userEvent.setup()
  render(<Recipients />)
  await user.type(screen.getByLabelText('Recipients'), 'nobody{Enter}')
  expect(screen.getByRole('button', { name: 'nobody, not usable, there is no @' })).toBeDefined()
})

test('a suggestion is picked with the arrow keys and Enter', async () => {
  const user = userEvent.setup()
  render(<Recipients suggest={async () => [{ id: '1', text: '@grace' }]} />)
  const input = screen.getByRole('combobox', { name: 'Recipients' })
  await user.type(input, 'gra')
  const option = await screen.findByRole('option', { name: '@grace' })
  await user.keyboard('{ArrowDown}')
  expect(input.getAttribute('aria-activedescendant')).toBe(option.id)
  await user.keyboard('{Enter}')
  expect(chips()).toEqual(['@grace'])
})

test('Enter while a word is being composed does not cut it', () => {
  render(<Recipients />)
  const input = screen.getByLabelText('Recipients')
  fireEvent.change(input, { target: { value: 'に' } })
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
  expect(chips()).toEqual([])
})
