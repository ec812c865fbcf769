import { HoverCard } from '../ui/hover-card.tsx'
import { Time } from '../ui/time.tsx'
import { DeliveryFacts } from './delivery-facts.tsx'
import type { Standing } from './standing.ts'
import { StatusBadges } from './status-badges.tsx'
import { statusSentence } from './status-sentences.ts'
import { type Listed, recipientOf } from './types.ts'

type StatusCellProps = { row: Listed; mail: Standing['mail']; onDetails: () => void }

/** Where an invitation stands, and that it ends soon (D43); more on hover, all of it on a press. */
export function StatusCell({ row, mail, onDetails }: StatusCellProps) {
  return (
    <HoverCard
      label={`Status of the invitation for ${recipientOf(row)}`}
      card={() => (
        <div className="flex max-w-72 flex-col gap-1.5 text-sm">
          <p className="font-medium">{statusSentence(row, mail)}</p>
          <DeliveryFacts delivery={row.delivery} mail={mail} />
          <p className="text-ink-muted">
            {row.openedAt === null ? (
              'The link was not opened yet.'
            ) : (
              <>
                Link opened <Time at={row.openedAt} />
              </>
            )}
          </p>
        </div>
      )}
    >
      <button type="button" onClick={onDetails} className="flex max-w-full items-center gap-1 rounded-full">
        <StatusBadges row={row} mail={mail} />
      </button>
    </HoverCard>
  )
}
