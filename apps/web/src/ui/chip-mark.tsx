import { X } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { CHIP_LOOKS, type Chip } from './chip.ts'
import { cx } from './cx.ts'

export type ChipAct = 'remove' | 'edit' | -1 | 1 | 'first' | 'last' | 'input'

type ChipMarkProps = {
  chip: Chip
  /** Its place among the chips. */
  at: number
  /** Always the same function, so that a letter typed beside hundreds of chips draws none of them anew. */
  onAct: (chip: Chip, at: number, act: ChipAct) => void
}

/** One chip of a `ChipsInput`: reached by the arrow keys from the field, not by Tab. */
export const ChipMark = memo(function ChipMark({ chip, at, onAct }: ChipMarkProps) {
  const { tint, icon: Icon, said } = CHIP_LOOKS[chip.state]

  const act = (what: ChipAct) => onAct(chip, at, what)
  const keys: Partial<Record<string, () => void>> = {
    ArrowLeft: () => act(-1),
    ArrowRight: () => act(1),
    Home: () => act('first'),
    End: () => act('last'),
    Escape: () => act('input'),
    Backspace: () => act('remove'),
    Delete: () => act('remove'),
    Enter: () => act('edit'),
    F2: () => act('edit'),
  }
  function pressed(event: KeyboardEvent) {
    const press = keys[event.key]
    if (!press) return
    event.preventDefault()
    event.stopPropagation()
    press()
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
        onDoubleClick={() => act('edit')}
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
        onClick={() => act('remove')}
        className="grid h-5.5 w-5 shrink-0 place-items-center rounded-mark opacity-70 hover:opacity-100 pointer-coarse:size-7"
      >
        <X aria-hidden className="size-3" />
      </button>
    </li>
  )
}, sameMark)

function sameMark(a: ChipMarkProps, b: ChipMarkProps): boolean {
  const { id, text, state, reason } = a.chip
  const other = b.chip
  return (
    a.at === b.at &&
    a.onAct === b.onAct &&
    id === other.id &&
    text === other.text &&
    state === other.state &&
    reason === other.reason
  )
}
