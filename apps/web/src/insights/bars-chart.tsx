import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { count } from '../ui/number.ts'
import type { Bar as Named } from './bar.ts'

const TICK = { fill: 'var(--ink-muted)', fontSize: 12 } as const
const LABEL_WIDTH = 124
const LONGEST = 19

/** Bars from the left, each with its name and its number, in colours of the theme. The table says the same. */
export function BarsChart({ bars }: { bars: readonly Named[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={bars.map((bar) => ({ ...bar, said: `${count(bar.value)}${bar.capped ? '+' : ''}` }))}
        layout="vertical"
        margin={{ top: 4, right: 56, bottom: 4, left: 0 }}
        barCategoryGap={8}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, 'dataMax']} />
        <YAxis
          type="category"
          dataKey="label"
          width={LABEL_WIDTH}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          interval={0}
          tickFormatter={(label: string) =>
            label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label
          }
        />
        <Bar dataKey="value" isAnimationActive={false} radius={[0, 4, 4, 0]} minPointSize={2}>
          {bars.map(({ id, quiet }) => (
            <Cell key={id} fill={quiet ? 'var(--ink-faint)' : 'var(--accent)'} />
          ))}
          <LabelList dataKey="said" position="right" fill="var(--ink)" fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
