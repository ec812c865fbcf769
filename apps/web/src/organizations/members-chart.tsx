import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { count, counted } from '../ui/number.ts'
import { axisDate, pointDate } from './point-date.ts'
import type { Overview } from './types.ts'

const TICK = { fill: 'var(--ink-faint)', fontSize: 12 } as const

/** The chart itself, in colours of the theme. What it says stands in the table beside it too. */
export function MembersChart({ points }: { points: Overview['membersOverTime'] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={[...points]}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          tickFormatter={axisDate}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={48}
          height={24}
        />
        <YAxis
          domain={[0, 'auto']}
          allowDecimals={false}
          tickFormatter={count}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={44}
        />
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point: unknown = payload?.[0]?.payload
            return active && isPoint(point) ? (
              <div className="rounded-control bg-raised px-2.5 py-1.5 text-sm shadow-float">
                <span className="block text-ink-muted text-xs">{pointDate(point.at)}</span>
                <span className="font-medium tabular-nums">{counted(point.members, 'person', 'people')}</span>
              </div>
            ) : null
          }}
        />
        <Area
          dataKey="members"
          type="stepAfter"
          stroke="var(--accent)"
          strokeWidth={2}
          fill="var(--accent-tint)"
          isAnimationActive={false}
          activeDot={{ r: 4, stroke: 'var(--surface)', strokeWidth: 2, fill: 'var(--accent)' }}
        />
      </AreaChart>
    </ResponsiveContainer>
  )
}

function isPoint(value: unknown): value is Overview['membersOverTime'][number] {
  return typeof value === 'object' && value !== null && 'at' in value && 'members' in value
}
