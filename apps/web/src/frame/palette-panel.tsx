import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import type { CommandPaletteProps } from './command-palette.tsx'
import { matches } from './palette-matches.ts'
import type { PaletteEntry } from './palette-types.ts'
import { takeTyped } from './typed-ahead.ts'
import { usePaletteSearch } from './use-palette-search.ts'

/** The key code of what goes to an input method; Safari says `isComposing` too late. */
const COMPOSING = 229

type PalettePanelProps = Omit<CommandPaletteProps, 'open'> & { onClosed: (event: Event) => void }

/**
 * The open half of `CommandPalette`, on cmdk within Radix's dialog. What matches is decided here and not by cmdk,
 * which marks a row only some time after it was typed for: a quick Enter would take the row of the letter before.
 */
export function PalettePanel({ onOpenChange, onClosed, groups, search }: PalettePanelProps) {
  const [text, setText] = useState('')
  const [moved, setMoved] = useState({ text: '', to: '' })
  const [hurried, setHurried] = useState<string>()
  const wanted = text.trim()
  const { found, pending } = usePaletteSearch(search, wanted)
  const own = matches(groups, wanted)
  const shown = [...own, ...found]
  const entries = shown.flatMap((group) => group.entries)
  const marked = entries.find(({ id }) => moved.text === text && id === moved.to) ?? entries[0]

  useLayoutEffect(() => {
    const { text, entered } = takeTyped()
    setText(text)
    if (entered) setHurried(text.trim())
  }, [])
  const hurry = useEffectEvent(() => {
    if (marked && hurried === wanted) choose(marked)
  })
  // Enter came before there was anything to take, be it our code or the server's answer: it meant the first.
  useEffect(() => hurry(), [hurried, marked?.id])

  function choose(entry: PaletteEntry) {
    onOpenChange(false)
    entry.onSelect()
  }

  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onClosed}
          className="fixed inset-x-3 top-[12vh] z-40 mx-auto max-w-xl animate-pop overflow-hidden rounded-card bg-raised shadow-float focus:outline-none"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command
            label="Search and commands"
            loop
            shouldFilter={false}
            value={marked?.id ?? ''}
            onValueChange={(to) => setMoved({ text, to })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === COMPOSING)
                return
              event.preventDefault()
              if (marked) choose(marked)
              else setHurried(wanted)
            }}
          >
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Search people, pages and actions"
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-faint pointer-coarse:text-lg"
              />
            </div>
            {entries.length === 0 && (
              <p role="status" className="px-4 py-9 text-center text-ink-muted text-sm">
                {pending ? 'Searching…' : `Nothing is called “${wanted}” here.`}
              </p>
            )}
            <Command.List
              hidden={entries.length === 0}
              className="max-h-[min(24rem,60vh)] overflow-y-auto overscroll-contain p-1.5"
            >
              {shown.map((group) => (
                <Group key={group.heading} {...group} onChoose={choose} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type GroupProps = {
  heading: string
  entries: readonly PaletteEntry[]
  onChoose: (entry: PaletteEntry) => void
}

function Group({ heading, entries, onChoose }: GroupProps) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {entries.map((entry) => (
        <Command.Item
          key={entry.id}
          value={entry.id}
          onSelect={() => onChoose(entry)}
          className="flex min-h-9 cursor-pointer select-none items-center gap-2.5 rounded-control px-2.5 py-1 text-sm data-[selected=true]:bg-hover"
        >
          {entry.leading ??
            (entry.icon && <entry.icon aria-hidden className="size-4 shrink-0 text-ink-faint" />)}
          <bdi className="min-w-0 flex-1 truncate">{entry.label}</bdi>
          {entry.hint && <span className="max-w-1/2 truncate text-ink-faint text-xs">{entry.hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
