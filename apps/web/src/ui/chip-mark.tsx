import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { CHIP_LOOKS, type Chip } from './chip.ts'
import { cx } from './cx.ts'

type ChipMarkProps = {
  chip: Chip
  onRemove: () => void
  onEdit: () => void
  onMove: (to: -1 | 1 | 'first' | 'last' | 'input') => void
}

/** One chip of a `ChipsInput`: reached by the arrow keys from the field, not by Tab. */
export function ChipMark({ chip, onRemove, onEdit, onMove }: ChipMarkProps) {
  const { tint, icon: Icon, said } = CHIP_LOOKS[chip.state]

  const keys: Partial<Record<string, () => void>> = {
    ArrowLeft: () => onMove(-1),
    ArrowRight: () => onMove(1),
    Home: () => onMove('first'),
    End: () => onMove('last'),
    Escape: () => onMove('input'),
    Backspace: onRemove,
    Delete: onRemove,
    Enter: onEdit,
    F2: onEdit,
  }
  function pressed(event: KeyboardEvent) {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <li className={cx('flex max-w-full items-center rounded-mark border text-xs', tint)}>
      <button
        type="button"
        data-chip
        tabIndex={-1}
        data-tip={chip.reason}
        data-tip-on-press
        aria-label={[chip.text, said, chip.reason].filter(Boolean).join(', ')}
        onKeyDown={pressed}
        onDoubleClick={onEdit}
        className="flex h-5.5 min-w-0 items-center gap-1 rounded-mark pl-1.5 pointer-coarse:h-7"
      >
        {Icon && <Icon aria-hidden className="size-3 shrink-0" />}
        {/* Addresses and usernames read from the left, whatever letters they begin with. */}
        <bdi dir="ltr" className="truncate">
          {chip.text}
        </bdi>
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Remove ${chip.text}`}
        onClick={onRemove}
        className="grid h-5.5 w-5 shrink-0 place-items-center rounded-mark opacity-70 hover:opacity-100 pointer-coarse:size-7"
      >
        <X aria-hidden className="size-3" />
      </button>
    </li>
  )
}
