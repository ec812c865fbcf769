import type { ComponentProps } from 'react'
import { CONTROL } from './control-class.ts'
import { cx } from './cx.ts'
import { useFieldWiring } from './field-wiring.ts'

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ rows = 3, ...rest }: Omit<ComponentProps<'textarea'>, 'className'>) {
  const wiring = useFieldWiring()
  return (
    <textarea
      {...wiring}
      rows={rows}
      {...rest}
      className={cx(CONTROL, 'field-sizing-content max-h-72 resize-y px-2.5 py-1.5 read-only:bg-sunken')}
    />
  )
}
