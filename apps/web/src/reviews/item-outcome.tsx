import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import type { ReviewItem } from './types.ts'
import { OUTCOMES } from './words.ts'

/** What was decided about an item, by whom and when, and what became of it. */
export function ItemOutcome({ item, open }: { item: ReviewItem; open: boolean }) {
  const { outcome, toRole, decidedBy, decidedAt, note, refusal, reviewer, decision } = item
  if (outcome === null) {
    return (
      <span className="text-ink-muted text-xs">
        {open && reviewer ? (
          <>
            waits for <Name>{reviewer.name}</Name>
          </>
        ) : (
          'nobody decided'
        )}
      </span>
    )
  }
  const { label, meaning, sentence } = OUTCOMES[outcome]
  return (
    <span className="flex min-w-0 flex-col gap-0.5 whitespace-normal py-1">
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
        <Badge meaning={meaning} tip={sentence}>
          {outcome === 'changed' && toRole ? `Changed to ${toRole}` : label}
        </Badge>
        <span className="text-ink-muted text-xs">
          {decidedBy ? <Name>{decidedBy.name}</Name> : 'the deadline'}
          {decidedAt !== null && (
            <>
              , <Time at={decidedAt} />
            </>
          )}
        </span>
      </span>
      {outcome === 'refused' && (
        <span className="text-ink-muted text-xs">
          {decision === 'revoke' ? 'Was to be revoked. ' : ''}
          {refusal}
        </span>
      )}
      {note && <span className="text-ink-muted text-xs [overflow-wrap:anywhere]">“{note}”</span>}
    </span>
  )
}
