import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { CommandPaletteProps } from './command-palette.tsx'
import type { PaletteEntry } from './palette-types.ts'

const PAUSE = 150 // ms of not typing before the server is asked
const LEAST = 2

type PalettePanelProps = Omit<CommandPaletteProps, 'open'> & { onClosed: (event: Event) => void }

/** The open half of `CommandPalette`, on cmdk within Radix's dialog. */
export function PalettePanel({
  onOpenChange,
  onClosed,
  groups,
  search,
  searchHeading = 'People',
}: PalettePanelProps) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly PaletteEntry[]>([])
  const [marked, setMarked] = useState('')
  const wanted = text.trim()

  useEffect(() => {
    if (!search || wanted.length < LEAST) return setFound([])
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const entries = await search(wanted, stop.signal)
        if (stop.signal.aborted) return
        setFound(entries)
        // Enter takes the first of them, when nothing of ours was marked before.
        setMarked((now) => now || (entries[0]?.id ?? ''))
      } catch {
        if (!stop.signal.aborted) setFound([])
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [search, wanted])

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
          <Command label="Search and commands" loop value={marked} onValueChange={setMarked}>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Search people, pages and actions"
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-faint pointer-coarse:text-lg"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto overscroll-contain p-1.5">
              {found.length === 0 && (
                <Command.Empty className="px-3 py-8 text-center text-ink-muted text-sm">
                  Nothing is called “{wanted}” here.
                </Command.Empty>
              )}
              {groups.map(({ heading, entries }) => (
                <Group key={heading} heading={heading} entries={entries} onChoose={choose} />
              ))}
              {found.length > 0 && <Group heading={searchHeading} entries={found} onChoose={choose} always />}
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
  /** Found by the server: not filtered once more. */
  always?: boolean | undefined
}

function Group({ heading, entries, onChoose, always = false }: GroupProps) {
  return (
    <Command.Group
      heading={heading}
      forceMount={always}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {entries.map((entry) => (
        <Command.Item
          key={entry.id}
          value={entry.id}
          keywords={[entry.label, ...(entry.keywords ?? [])]}
          forceMount={always}
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
