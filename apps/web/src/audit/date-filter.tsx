import { CalendarDays } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { dayAt, dayStart } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Popover } from '../ui/popover.tsx'
import { dateText } from '../ui/time-text.ts'
import type { AuditSearch } from './search.ts'

type Range = Pick<AuditSearch, 'from' | 'to'>
type DateFilterProps = { range: Range; onChange: (range: Range) => void }

const DAYS_BACK = [1, 7, 30, 90] as const

/** From which day to which: one of a few usual spans, or any two days. */
export function DateFilter({ range, onChange }: DateFilterProps) {
  const now = useMinute()
  const today = dayAt(now)
  const { from, to } = range
  return (
    <Popover label="Dates" trigger={<Button icon={CalendarDays}>{rangeText(range, now)}</Button>}>
      {(close) => (
        <div className="flex w-64 flex-col gap-3">
          <div className="grid grid-cols-2 gap-1.5">
            {DAYS_BACK.map((days) => (
              <Button
                key={days}
                size="small"
                onClick={() => {
                  onChange({ from: dayAt(now, days - 1), to: undefined })
                  close()
                }}
              >
                {days === 1 ? 'Today' : `Last ${days} days`}
              </Button>
            ))}
          </div>
          <Field label="First day">
            <Input
              type="date"
              max={to ?? today}
              value={from ?? ''}
              onChange={({ target }) => onChange({ from: target.value || undefined, to })}
            />
          </Field>
          <Field label="Last day">
            <Input
              type="date"
              min={from}
              max={today}
              value={to ?? ''}
              onChange={({ target }) => onChange({ from, to: target.value || undefined })}
            />
          </Field>
          <Button
            variant="quiet"
            size="small"
            disabledReason={from || to ? undefined : 'All dates are shown already.'}
            onClick={() => {
              onChange({ from: undefined, to: undefined })
              close()
            }}
          >
            Any date
          </Button>
        </div>
      )}
    </Popover>
  )
}

function rangeText({ from, to }: Range, now: number): string {
  const text = (day: string) => dateText(dayStart(day) ?? now, now)
  if (from && to) return from === to ? text(from) : `${text(from)} – ${text(to)}`
  if (from) return `Since ${text(from)}`
  return to ? `Until ${text(to)}` : 'Any date'
}
