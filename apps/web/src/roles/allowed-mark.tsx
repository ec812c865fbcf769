import { Check, Minus } from 'lucide-react'

/** Whether a role allows something, for the eye and for the ear. */
export function AllowedMark({ allowed }: { allowed: boolean }) {
  const Mark = allowed ? Check : Minus
  return (
    <>
      <Mark
        aria-hidden
        className={allowed ? 'inline size-4 text-success-ink' : 'inline size-4 text-ink-faint opacity-60'}
      />
      <span className="sr-only">{allowed ? 'Yes' : 'No'}</span>
    </>
  )
}
