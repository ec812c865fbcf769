import { Check } from 'lucide-react'
import { Menu as Primitive } from 'radix-ui/internal'
import { Fragment, type RefObject, useRef } from 'react'
import { cx } from '../cx.ts'
import type { MenuChoice, MenuItem, MenuSection } from '../menu-types.ts'
import { containerOf } from './container.ts'
import { MenuRow, menuRowClass } from './menu-row.tsx'

export type MenuPanelProps = {
  anchor: RefObject<HTMLButtonElement | null>
  triggerId: string
  sections: readonly MenuSection[]
  onClose: () => void
  align: 'start' | 'end'
  side: 'top' | 'bottom'
  matchWidth?: boolean | undefined
  /** Opened from the keyboard: the first item has the focus at once. */
  byKeyboard: boolean
}

/** The open half of `Menu`, on Radix's menu; its trigger stays where it was. */
export function MenuPanel(props: MenuPanelProps) {
  const { anchor, triggerId, sections, onClose, align, side, matchWidth = false, byKeyboard } = props
  const pressedOutside = useRef(false)
  const entered = useRef(false)
  const filled = sections.filter(({ items, choice }) => choice || (items && items.length > 0))

  return (
    <Primitive.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Anchor virtualRef={anchor} />
      <Primitive.Portal container={containerOf(anchor.current)}>
        <Primitive.Content
          ref={(panel) => {
            if (!panel || !byKeyboard || entered.current) return
            entered.current = true // once, whatever renders anew while it is open
            requestAnimationFrame(() => focusFirst(panel))
          }}
          aria-labelledby={triggerId}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
          onInteractOutside={(event) => {
            const { target } = event
            // The trigger closes it itself; else this would close and the click would open it again.
            if (target instanceof Node && anchor.current?.contains(target)) event.preventDefault()
            else pressedOutside.current = true
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!pressedOutside.current && !dialogOpen()) anchor.current?.focus()
          }}
          className={cx(
            'z-50 max-h-(--radix-popper-available-height) min-w-48 max-w-80 animate-fade overflow-y-auto rounded-card bg-raised p-1 shadow-float focus:outline-none',
            matchWidth && 'w-(--radix-popper-anchor-width)',
          )}
        >
          {filled.map((section, at) => (
            <Fragment key={sectionKey(section)}>
              {at > 0 && <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />}
              {section.heading && (
                <Primitive.Label className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
                  {section.heading}
                </Primitive.Label>
              )}
              {section.items?.map((item) => (
                <MenuRow key={itemKey(item)} item={item} />
              ))}
              {section.choice && <Choice choice={section.choice} />}
            </Fragment>
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Choice({ choice }: { choice: MenuChoice }) {
  return (
    <Primitive.RadioGroup value={choice.value} onValueChange={choice.onChoose}>
      {choice.options.map(({ value, label, icon: Icon }) => (
        <Primitive.RadioItem
          key={value}
          value={value}
          onSelect={(event) => choice.staysOpen && event.preventDefault()}
          className={menuRowClass(false, false)}
        >
          {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />}
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <Primitive.ItemIndicator>
            <Check aria-hidden className="size-4" />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

/** An item may have opened a dialog, which has taken the focus already. */
function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"],[role="alertdialog"]') !== null
}

function focusFirst(panel: HTMLElement): void {
  const first = panel.querySelector('[role^="menuitem"]')
  if (first instanceof HTMLElement) first.focus()
}

function itemKey({ id, label }: MenuItem): string {
  return id ?? String(label)
}

function sectionKey({ items, choice }: MenuSection): string {
  const [first] = items ?? []
  return first ? itemKey(first) : (choice?.options.map(({ value }) => value).join() ?? '')
}
