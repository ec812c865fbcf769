import { type ImportCounts, ROW_OUTCOMES } from '@roster/domain'
import { StatTile } from '../ui/stat-tile.tsx'
import { OUTCOME_WORDS } from './words.ts'

type OutcomeCountsProps = {
  counts: ImportCounts
  /** Whether it is what would be done, not what was. */
  ahead?: boolean | undefined
}

/** How many rows come, or came, to what. */
export function OutcomeCounts({ counts, ahead = false }: OutcomeCountsProps) {
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
      {ROW_OUTCOMES.map((outcome) => (
        <StatTile
          key={outcome}
          label={ahead ? OUTCOME_WORDS[outcome].will : OUTCOME_WORDS[outcome].label}
          value={counts[outcome]}
        />
      ))}
    </div>
  )
}
