import type { KeyboardEvent, MouseEvent, ReactElement, Ref } from 'react'

/** What a trigger must take and spread on its button: `Button`, `IconButton` and <button> do. */
export type TriggerProps = {
  ref?: Ref<HTMLButtonElement> | undefined
  id?: string | undefined
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  onKeyDown?: ((event: KeyboardEvent<HTMLButtonElement>) => void) | undefined
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox' | undefined
  'aria-expanded'?: boolean | undefined
  'aria-controls'?: string | undefined
  'data-state'?: 'open' | 'closed' | undefined
}

export type Trigger = ReactElement<TriggerProps>
