import { CalendarClock } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Popover } from '../ui/popover.tsx'
import { dayText, utcDay } from './utc-day.ts'

type AsOfButtonProps = {
  /** The day that is shown; undefined for the present. */
  day: string | undefined
  onChange: (day: string | undefined) => void
}

const PRESETS = [
  { label: 'Yesterday', days: 1 },
  { label: 'A week ago', days: 7 },
  { label: 'A month ago', days: 30 },
  { label: 'A year ago', days: 365 },
] as const

/** Shows how things were at the end of a day (UTC), or how they are. */
export function AsOfButton({ day, onChange }: AsOfButtonProps) {
  const now = useMinute()
  const today = utcDay(now)
  const choose = (chosen: string) => onChange(chosen === '' || chosen >= today ? undefined : chosen)
  return (
    <Popover label="As of" trigger={<Button icon={CalendarClock}>{day ? dayText(day) : 'As of'}</Button>}>
      {(close) => (
        <div className="flex w-64 flex-col gap-3">
          <div className="grid grid-cols-2 gap-1.5">
            {PRESETS.map(({ label, days }) => (
              <Button
                key={label}
                size="small"
                onClick={() => {
                  choose(utcDay(now, days))
                  close()
                }}
              >
                {label}
              </Button>
            ))}
          </div>
          <Field label="Day" hint="As things were when this day ended, UTC.">
            <Input
              type="date"
              min="1970-01-01"
              max={today}
              value={day ?? ''}
              onChange={({ target }) => choose(target.value)}
            />
          </Field>
          <Button
            variant="quiet"
            size="small"
            disabledReason={day ? undefined : 'This is today already.'}
            onClick={() => {
              onChange(undefined)
              close()
            }}
          >
            Back to today
          </Button>
        </div>
      )}
    </Popover>
  )
}
