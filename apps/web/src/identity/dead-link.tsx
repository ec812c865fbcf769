import type { ReactNode } from 'react'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'

type DeadLinkProps = {
  /** What is the matter. */
  title: ReactNode
  /** Names the browser's tab; the title does unless it is more than text. */
  tab?: string | undefined
  /** Why, and what to do next. */
  children: ReactNode
  /** The button that does it. */
  action?: ReactNode
}

/** A link that opens nothing: why, and the way on. */
export function DeadLink({ title, tab, children, action }: DeadLinkProps) {
  useTitle(tab ?? (typeof title === 'string' ? title : 'Link'))
  return (
    <BareFrame title={title}>
      <div className="flex flex-col gap-4 text-pretty">
        {children}
        {action}
      </div>
    </BareFrame>
  )
}
