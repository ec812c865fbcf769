import { ChevronDown } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { dayAt, dayStart } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Popover } from '../ui/popover.tsx'
import { dateText } from '../ui/time-text.ts'
import type { InvitationsSearch } from './search.ts'

type Range = Pick<InvitationsSearch, 'from' | 'to'>

const LATELY = [
  { label: 'Today', days: 0 },
  { label: 'Last 7 days', days: 6 },
  { label: 'Last 30 days', days: 29 },
] as const

/** Narrows the list down to the days on which invitations were sent (T22). */
export function SentFilter({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const now = useMinute()
  const chosen = from !== undefined || to !== undefined
  return (
    <Popover
      label="Sent between"
      trigger={
        <Button iconAfter={ChevronDown}>
          {chosen ? `Sent ${said({ from, to }, now)}` : 'Sent any time'}
        </Button>
      }
    >
      {(close) => (
        <div className="flex w-64 flex-col gap-3">
          <div className="flex flex-wrap gap-1.5">
            {LATELY.map(({ label, days }) => (
              <Button
                key={label}
                size="small"
                onClick={() => {
                  onChange({ from: dayAt(now, days), to: undefined })
                  close()
                }}
              >
                {label}
              </Button>
            ))}
          </div>
          <div className="grid grid-cols-2 gap-2">
            <Field label="From">
              <Input
                type="date"
                value={from ?? ''}
                max={to}
                onChange={({ target }) => onChange({ from: target.value || undefined, to })}
              />
            </Field>
            <Field label="To">
              <Input
                type="date"
                value={to ?? ''}
                min={from}
                onChange={({ target }) => onChange({ from, to: target.value || undefined })}
              />
            </Field>
          </div>
          {chosen && (
            <Button
              variant="quiet"
              size="small"
              onClick={() => {
                onChange({ from: undefined, to: undefined })
                close()
              }}
            >
              Any time
            </Button>
          )}
        </div>
      )}
    </Popover>
  )
}

function said({ from, to }: Range, now: number): string {
  const day = (value: string) => dateText(dayStart(value) ?? now, now)
  if (from === undefined) return `until ${day(to ?? '')}`
  if (to === undefined) return `since ${day(from)}`
  return from === to ? `on ${day(from)}` : `${day(from)} – ${day(to)}`
}
