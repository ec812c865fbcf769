import { ChartColumn, Table2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Bar } from './bar.ts'

const BarsChart = lazy(() => import('./bars-chart.tsx').then((file) => ({ default: file.BarsChart })))

type ChartCardProps = {
  title: string
  /** What the numbers count, the head of their column. */
  unit: string
  bars: readonly Bar[]
  /** What it says in a sentence, read instead of the picture. */
  summary: string
  /** Of what, and what was left out. */
  note?: ReactNode
}

const ROW = 34

/** Numbers side by side: as a chart, or as the table behind it. Both take the same room. */
export function ChartCard({ title, unit, bars, summary, note }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const toggle = asTable ? 'Show the chart' : 'Show as a table'
  return (
    <Card
      title={title}
      actions={
        <Button
          variant="quiet"
          size="small"
          icon={asTable ? ChartColumn : Table2}
          aria-label={`${toggle}: ${title.toLowerCase()}`}
          onClick={() => setAsTable(!asTable)}
        >
          {toggle}
        </Button>
      }
    >
      <div style={{ minHeight: (bars.length + 1) * ROW }}>
        {asTable ? (
          <BarsTable title={title} unit={unit} bars={bars} />
        ) : (
          <figure aria-label={summary} style={{ height: (bars.length + 1) * ROW }}>
            <Suspense fallback={<Skeleton className="h-full w-full" />}>
              <BarsChart bars={bars} />
            </Suspense>
          </figure>
        )}
      </div>
      {note && <p className="mt-3 text-pretty text-ink-muted text-sm">{note}</p>}
    </Card>
  )
}

function BarsTable({ title, unit, bars }: Pick<ChartCardProps, 'title' | 'unit' | 'bars'>) {
  return (
    <table className="w-full table-fixed text-sm tabular-nums">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-ink-muted text-xs">
          <th scope="col" className="bg-sunken px-3 py-1.5 text-left font-medium">
            {' '}
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="w-32 bg-sunken px-3 py-1.5 text-right font-medium">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {bars.map(({ id, label, value, capped, link }) => (
          <tr key={id}>
            <th scope="row" className="truncate px-3 py-1.5 text-left font-normal">
              {link ? <TextLink link={link}>{label}</TextLink> : <Name>{label}</Name>}
            </th>
            <td className="px-3 py-1.5 text-right">
              {capped && 'more than '}
              {count(value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
