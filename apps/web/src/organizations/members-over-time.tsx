import { ChartLine, Table2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { count } from '../ui/number.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { pointDate } from './point-date.ts'
import type { Overview } from './types.ts'

const MembersChart = lazy(() =>
  import('./members-chart.tsx').then((file) => ({ default: file.MembersChart })),
)

type MembersOverTimeProps = { points: Overview['membersOverTime'] }

/** How many people there were, day by day: as a chart, or as the table behind it. Both take the same room. */
export function MembersOverTime({ points }: MembersOverTimeProps) {
  const [asTable, setAsTable] = useState(false)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return null
  return (
    <Card
      title="Members over time"
      actions={
        <Button
          variant="quiet"
          size="small"
          icon={asTable ? ChartLine : Table2}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show the chart' : 'Show as a table'}
        </Button>
      }
    >
      <div className="h-52">
        {asTable ? (
          <PointsTable points={points} />
        ) : (
          <figure
            className="h-full"
            aria-label={`From ${count(first.members)} on ${pointDate(first.at)} to ${count(last.members)} on ${pointDate(last.at)}`}
          >
            <Suspense fallback={<Skeleton className="h-full w-full" />}>
              <MembersChart points={points} />
            </Suspense>
          </figure>
        )}
      </div>
    </Card>
  )
}

function PointsTable({ points }: MembersOverTimeProps) {
  return (
    <section
      aria-label="Members over time, a table that scrolls"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-y-auto rounded-control border border-line"
    >
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">Members at the end of each day, the latest first</caption>
        <thead>
          <tr className="text-left text-ink-muted text-xs">
            <th scope="col" className="sticky top-0 bg-sunken px-3 py-2 font-medium">
              Day
            </th>
            <th scope="col" className="sticky top-0 bg-sunken px-3 py-2 text-right font-medium">
              Members
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.toReversed().map(({ at, members }) => (
            <tr key={at}>
              <th scope="row" className="px-3 py-1.5 text-left font-normal">
                {pointDate(at)}
              </th>
              <td className="px-3 py-1.5 text-right">{count(members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
