// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PalettePanel } from './palette-panel.tsx'
import type { PaletteEntry, PaletteGroup } from './palette-types.ts'
import { TypedAhead } from './typed-ahead.ts'

let chosen: string[] = []
beforeEach(() => {
  chosen = []
})
afterEach(cleanup)

const entry = (id: string, label: string, keywords: readonly string[] = []): PaletteEntry => ({
  id,
  label,
  keywords,
  onSelect: () => chosen.push(id),
})

const groups = [
  { heading: 'Acme', entries: [entry('page home', 'Home'), entry('page members', 'Members')] },
  {
    heading: 'Actions',
    entries: [
      entry('invite', 'Invite people'),
      entry('light', 'Use the light appearance', ['theme']),
      entry('dark', 'Use the dark appearance', ['theme']),
    ],
  },
  // An id is nothing to be found by, whatever letters it has.
  { heading: 'Organizations', entries: [entry('org_darkdark', 'Globex')] },
]

/** A server that answers when told to. */
function server() {
  const asked = new Map<string, (groups: readonly PaletteGroup[]) => void>()
  const search = (text: string) =>
    new Promise<readonly PaletteGroup[]>((resolve) => {
      asked.set(text, resolve)
    })
  return {
    search,
    answer: async (text: string, ...entries: readonly PaletteEntry[]) => {
      await vi.waitFor(() => expect(asked.has(text)).toBe(true))
      await act(async () => asked.get(text)?.([{ heading: 'People', entries }]))
    },
  }
}

function open(search?: (text: string) => Promise<readonly PaletteGroup[]>) {
  const closed = vi.fn()
  render(<PalettePanel groups={groups} search={search} onOpenChange={closed} onClosed={() => undefined} />)
  return { input: screen.getByRole('combobox'), closed }
}

/** As fast as it gets: both in one go, before anything drawn later. */
function typeAndEnter(input: HTMLElement, text: string) {
  fireEvent.change(input, { target: { value: text } })
  fireEvent.keyDown(input, { key: 'Enter' })
}

test('Enter right after typing takes what was typed for', () => {
  const { input, closed } = open()
  typeAndEnter(input, 'dark')
  expect(chosen).toEqual(['dark'])
  expect(closed).toHaveBeenCalledWith(false)
})

test('Enter after each of several texts takes the row of the last one', () => {
  const { input } = open()
  fireEvent.change(input, { target: { value: 'm' } })
  fireEvent.change(input, { target: { value: 'me' } })
  typeAndEnter(input, 'inv')
  expect(chosen).toEqual(['invite'])
})

test('arrows move on from the first match, and typing on begins there again', async () => {
  const user = userEvent.setup()
  const { input } = open()
  await user.type(input, 'theme{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Use the dark appearance')
  await user.type(input, '{Backspace}{Enter}')
  expect(chosen).toEqual(['light'])
})

test('a person is opened by an Enter that came before the answer', async () => {
  const { search, answer } = server()
  const { input } = open(search)
  typeAndEnter(input, 'grace')
  expect(chosen).toEqual([])
  await answer('grace', entry('mem_grace', 'Grace Hopper'), entry('mem_other', 'Grace Jones'))
  expect(chosen).toEqual(['mem_grace'])
})

test('people of an answer to another text are not what Enter takes', async () => {
  const { search, answer } = server()
  const { input } = open(search)
  fireEvent.change(input, { target: { value: 'gr' } })
  await answer('gr', entry('mem_greta', 'Greta'), entry('mem_grace', 'Grace'))
  expect(screen.getByRole('option', { name: 'Greta' })).toBeTruthy()
  typeAndEnter(input, 'grac')
  expect(chosen).toEqual(['mem_grace'])
})

test('nothing is taken where nothing is found', async () => {
  const { search, answer } = server()
  const { input } = open(search)
  typeAndEnter(input, 'zzz')
  await answer('zzz')
  expect(chosen).toEqual([])
  expect(screen.getByText('Nothing is called “zzz” here.')).toBeTruthy()
})

test('what was typed before the palette was there counts, Enter too', () => {
  const { unmount } = render(<TypedAhead />)
  for (const key of ['d', 'a', 'x', 'Backspace', 'r', 'k']) fireEvent.keyDown(document.body, { key })
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'Enter' })
  unmount()
  fireEvent.keyDown(document.body, { key: 'y' })
  open()
  expect(chosen).toEqual(['dark'])
  cleanup()
  expect(open().input).toHaveProperty('value', '')
  expect(chosen).toEqual(['dark'])
})
