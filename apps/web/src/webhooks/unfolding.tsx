import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'

type UnfoldingProps = {
  /** Always in sight; a press unfolds what is below. */
  summary: ReactNode
  open?: boolean | undefined
  children: ReactNode
}

/** A line that unfolds. What is folded away is not there: nothing in it moves, and nothing waits for it. */
export function Unfolding({ summary, open = false, children }: UnfoldingProps) {
  const [unfolded, setUnfolded] = useState(open)
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
      className="group/fold"
    >
      <summary className="flex cursor-pointer list-none items-center gap-2 bg-sunken px-3 py-1.5 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint group-open/fold:rotate-90" />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">{summary}</span>
      </summary>
      {unfolded && <div className="border-line border-t">{children}</div>}
    </details>
  )
}
