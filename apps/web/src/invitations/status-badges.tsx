import { Clock } from 'lucide-react'
import { Badge } from '../ui/badge.tsx'
import type { Standing } from './standing.ts'
import { statusWords } from './status-words.ts'
import type { Listed } from './types.ts'

/** The status as a badge, with a second one when less than 48 hours are left. */
export function StatusBadges({ row, mail }: { row: Listed; mail: Standing['mail'] }) {
  const { label, meaning } = statusWords(row, mail)
  const soon = row.expiresSoon && row.status !== 'expired'
  return (
    <>
      <Badge meaning={meaning}>{label}</Badge>
      {soon && (
        <Badge meaning="warning" icon={Clock}>
          &lt; 48 h<span className="sr-only"> left</span>
        </Badge>
      )}
    </>
  )
}
