import { Check, Ellipsis, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import type { LinkTarget } from './link-target.ts'
import { MenuRow, menuRowClass } from './menu-row.tsx'

/** One thing to do. Several lines apart by meaning are given as several sections. */
export type MenuItem = {
  label: ReactNode
  /** Distinguishes items whose label is not plain text. */
  id?: string | undefined
  icon?: LucideIcon | undefined
  /** Stands where the icon would, e.g. an avatar. */
  leading?: ReactNode
  /** A second, quieter line. */
  hint?: ReactNode
  onSelect?: (() => void) | undefined
  /** Makes the item a link. */
  link?: LinkTarget | undefined
  /** Something is lost. */
  danger?: boolean | undefined
  /** Why not now: shown beneath the label; the item stays reachable and does nothing. */
  disabledReason?: string | undefined
  /** Ticked, e.g. the organization one is in. */
  current?: boolean | undefined
}

/** One of several values, e.g. the colour scheme. */
export type MenuChoice = {
  value: string
  options: readonly { value: string; label: string; icon?: LucideIcon | undefined }[]
  onChoose: (value: string) => void
}

export type MenuSection = {
  heading?: ReactNode
  items?: readonly MenuItem[] | undefined
  choice?: MenuChoice | undefined
}

type MenuProps = {
  /** What the menu is of, e.g. "Actions for Ada Lovelace"; the name of the default trigger. */
  label: string
  sections: readonly MenuSection[]
  /** A button; three dots when left out. */
  trigger?: ReactElement | undefined
  align?: 'start' | 'end' | undefined
  side?: 'top' | 'bottom' | undefined
  /** At least as wide as its trigger. */
  matchWidth?: boolean | undefined
}

/** A menu of actions: arrows, first letters, Home and End move, Escape closes. */
export function Menu({
  label,
  sections,
  trigger,
  align = 'end',
  side = 'bottom',
  matchWidth = false,
}: MenuProps) {
  const filled = sections.filter(({ items, choice }) => choice || (items && items.length > 0))
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger ?? <IconButton icon={Ellipsis} label={label} />}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // An item may have opened a dialog, which has taken the focus already.
            if (
              document.querySelector(
                '[role="dialog"][data-state="open"],[role="alertdialog"][data-state="open"]',
              )
            )
              event.preventDefault()
          }}
          className={`z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 animate-fade overflow-y-auto rounded-card bg-raised p-1 shadow-float ${matchWidth ? 'w-(--radix-dropdown-menu-trigger-width)' : ''}`}
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
          onSelect={(event) => event.preventDefault()} // stays open: the choice is seen at once
          className={menuRowClass(false, false)}
        >
          {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />}
          <span className="flex-1">{label}</span>
          <Primitive.ItemIndicator>
            <Check aria-hidden className="size-4" />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

function itemKey({ id, label }: MenuItem): string {
  return id ?? String(label)
}

function sectionKey({ items, choice }: MenuSection): string {
  const [first] = items ?? []
  return first ? itemKey(first) : (choice?.options.map(({ value }) => value).join() ?? '')
}
