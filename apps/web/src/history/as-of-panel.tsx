import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { utcDay } from './utc-day.ts'

type AsOfPanelProps = {
  /** The day that is shown; undefined for the present. */
  day: string | undefined
  now: number
  onChange: (day: string | undefined) => void
  onClose: () => void
}

const PRESETS = [
  { label: 'Yesterday', days: 1 },
  { label: 'A week ago', days: 7 },
  { label: 'A month ago', days: 30 },
  { label: 'A year ago', days: 365 },
] as const

/** Chooses a day to look back to: one that is asked for often, or any that has ended. */
export function AsOfPanel({ day, now, onChange, onClose }: AsOfPanelProps) {
  const today = utcDay(now)
  const choose = (chosen: string) => onChange(chosen === '' || chosen >= today ? undefined : chosen)
  return (
    <div className="flex w-64 flex-col gap-3">
      <div className="grid grid-cols-2 gap-1.5">
        {PRESETS.map(({ label, days }) => (
          <Button
            key={label}
            size="small"
            onClick={() => {
              choose(utcDay(now, days))
              onClose()
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
          onClose()
        }}
      >
        Back to today
      </Button>
    </div>
  )
}
