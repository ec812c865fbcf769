import { cloneElement, type ReactElement } from 'react'

type TooltipProps = {
  /** What is said; nothing is shown while it is empty. */
  content: string | undefined
  /** One element that spreads its props. */
  children: ReactElement<{ 'data-tip'?: string | undefined }>
}

/**
 * A short explanation on hover and focus, shown by the frame's `TipHost`. Never the only place of a thing
 * people need. Any element may carry `data-tip` itself.
 */
export function Tooltip({ content, children }: TooltipProps) {
  return cloneElement(children, { 'data-tip': content })
}
