import type { ReactNode, SubmitEventHandler } from 'react'
import { Callout } from './callout.tsx'

type FormProps = {
  onSubmit: SubmitEventHandler<HTMLFormElement>
  /** Why the call it led to was refused, unless a field says so. */
  refused?: string | undefined
  children: ReactNode
}

/** A form on a page: its fields one below the other, judged by our rules instead of the browser's. */
export function Form({ onSubmit, refused, children }: FormProps) {
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      {refused && (
        <Callout meaning="danger" announced>
          {refused}
        </Callout>
      )}
      {children}
    </form>
  )
}
