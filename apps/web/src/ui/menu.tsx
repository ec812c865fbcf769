import { Ellipsis } from 'lucide-react'
import { cloneElement, lazy, Suspense, useId, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import type { MenuSection } from './menu-types.ts'
import type { Trigger } from './overlay-trigger.ts'

const MenuPanel = lazy(() =>
  import('./overlays/menu-panel.tsx').then((file) => ({ default: file.MenuPanel })),
)

type MenuProps = {
  /** What the menu is of, e.g. "Actions for Ada Lovelace"; the name of the default trigger. */
  label: string
  sections: readonly MenuSection[]
  /** A button; three dots when left out. */
  trigger?: Trigger | undefined
  align?: 'start' | 'end' | undefined
  side?: 'top' | 'bottom' | undefined
  /** As wide as its trigger. */
  matchWidth?: boolean | undefined
}

/**
 * A menu of actions: arrows, first letters, Home and End move, Escape closes and gives the focus back. The
 * panel's code comes with the first sign of a hand on the page (`warm.ts`), not with the page.
 */
export function Menu({ label, sections, trigger, align = 'end', side = 'bottom', matchWidth }: MenuProps) {
  const [opened, setOpened] = useState<'pointer' | 'keyboard'>()
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const button: Trigger = trigger ?? <IconButton icon={Ellipsis} label={label} />

  return (
    <>
      {cloneElement(button, {
        ref: anchor,
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== undefined,
        'data-state': opened ? 'open' : 'closed',
        // A click that no pointer made has no detail.
        onClick: ({ detail }) => setOpened(opened ? undefined : detail === 0 ? 'keyboard' : 'pointer'),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpened('keyboard')
        },
      })}
      {opened && (
        <Suspense>
          <MenuPanel
            triggerId={id}
            anchor={anchor}
            sections={sections}
            onClose={() => setOpened(undefined)}
            align={align}
            side={side}
            matchWidth={matchWidth}
            byKeyboard={opened === 'keyboard'}
          />
        </Suspense>
      )}
    </>
  )
}
