import type { ComponentProps, ReactNode } from 'react'
import { CONTROL } from './control-class.ts'
import { cx } from './cx.ts'
import { useFieldWiring } from './field-wiring.ts'

export type InputProps = Omit<ComponentProps<'input'>, 'className' | 'prefix'> & {
  /** Stands in the field before the text, e.g. "@" or "roster.example/". */
  prefix?: ReactNode
}

/** One line of text. Inside a `Field` it is labelled and described by it. */
export function Input({ prefix, ...rest }: InputProps) {
  const wiring = useFieldWiring()
  if (prefix === undefined)
    return <input {...wiring} {...rest} className={cx(CONTROL, 'h-control px-2.5 read-only:bg-sunken')} />
  return (
    <div className="flex min-w-0">
      <span className="flex h-control shrink-0 items-center rounded-l-control border border-control border-r-0 bg-sunken px-2.5 text-ink-muted text-sm">
        {prefix}
      </span>
      <input
        {...wiring}
        {...rest}
        className={cx(CONTROL, 'h-control rounded-l-none px-2.5 read-only:bg-sunken')}
      />
    </div>
  )
}
