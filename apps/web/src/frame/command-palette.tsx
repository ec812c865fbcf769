import { useEffect } from 'react'
import { useReturnFocus } from '../ui/return-focus.ts'
import { PalettePanel } from './palette-panel.tsx'
import type { PaletteGroup } from './palette-types.ts'
import { isSearchKey } from './search-keys.ts'

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly PaletteGroup[]
  /** People, or anything else, found by what is typed; asked from two characters on. */
  search?: ((text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>) | undefined
}

/** Everything by name: ⌘K or Ctrl-K opens it anywhere and closes it again. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange } = props
  const returnFocus = useReturnFocus(open)

  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (!isSearchKey(event)) return
      event.preventDefault()
      onOpenChange(!open)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [open, onOpenChange])

  if (!open) return null
  return <PalettePanel {...props} onClosed={returnFocus} />
}
