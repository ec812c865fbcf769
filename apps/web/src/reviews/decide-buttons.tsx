import type { Decision } from '@roster/domain'
import type { KeyboardEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { itemName } from './item-name.ts'
import type { ReviewItem } from './types.ts'

const KEYS: Readonly<Record<string, Decision>> = { k: 'keep', c: 'change', r: 'revoke' }

type DecideButtonsProps = {
  item: ReviewItem
  onDecide: (decision: Decision) => void
  /** Why nothing can be decided now. */
  whyNot: string | undefined
}

/**
 * Keep, change or revoke: by pointer, or with K, C and R while the focus is on one of them; up and down go to the
 * row before and after.
 */
export function DecideButtons({ item, onDecide, whyNot }: DecideButtonsProps) {
  const name = itemName(item)
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of one row, and no fieldset of a form
    <div
      role="group"
      aria-label={`Decide about ${name}`}
      data-decide
      onKeyDown={(event) => typed(event, (decision) => whyNot === undefined && onDecide(decision))}
      className="flex gap-1"
    >
      <Button
        size="small"
        aria-label={`Keep ${name}`}
        aria-keyshortcuts="K"
        disabledReason={whyNot}
        onClick={({ currentTarget }) => {
          goOn(currentTarget)
          onDecide('keep')
        }}
      >
        Keep
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label={`Change the role of ${name}`}
        aria-keyshortcuts="C"
        disabledReason={whyNot}
        onClick={() => onDecide('change')}
      >
        Change…
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label={`Revoke ${name}`}
        aria-keyshortcuts="R"
        disabledReason={whyNot}
        onClick={() => onDecide('revoke')}
      >
        Revoke…
      </Button>
    </div>
  )
}

function typed(event: KeyboardEvent<HTMLElement>, decide: (decision: Decision) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    focusNext(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1, event.target)
    return
  }
  const decision = KEYS[event.key.toLowerCase()]
  if (!decision) return
  event.preventDefault()
  if (decision === 'keep') goOn(event.target)
  decide(decision)
}

/** The row goes out of hand when it is decided: the focus goes on to the next one, or the one before. */
function goOn(from: EventTarget): void {
  const group = from instanceof HTMLElement ? from.closest<HTMLElement>('[data-decide]') : null
  if (group) focusNext(group, 1, from) || focusNext(group, -1, from)
}

/** Puts the focus on the same button of another row. */
function focusNext(group: HTMLElement, step: 1 | -1, from: EventTarget): boolean {
  const groups = [...(group.closest('table')?.querySelectorAll<HTMLElement>('[data-decide]') ?? [])]
  const nth = from instanceof HTMLButtonElement ? [...group.querySelectorAll('button')].indexOf(from) : 0
  const button = groups[groups.indexOf(group) + step]?.querySelectorAll('button')[Math.max(0, nth)]
  button?.focus()
  return button !== undefined
}
