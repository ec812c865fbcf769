import { X } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Select } from '../ui/select.tsx'
import type { ChangesSearch } from './search.ts'
import { utcDay } from './utc-day.ts'

type ChangesToolbarProps = {
  days: { from: string; to: string }
  search: ChangesSearch
  onChange: (part: ChangesSearch) => void
}

const SPANS = [
  { days: 1, label: 'Since yesterday' },
  { days: 7, label: 'Last 7 days' },
  { days: 30, label: 'Last 30 days' },
  { days: 90, label: 'Last 90 days' },
  { days: 365, label: 'Last year' },
] as const

/** Which two days are compared: one of a few usual spans, or any two; and whose changes, when it is not everybody's. */
export function ChangesToolbar({ days, search, onChange }: ChangesToolbarProps) {
  const now = useMinute()
  const today = utcDay(now)
  const span = SPANS.find((one) => days.to === today && days.from === utcDay(now, one.days))
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2">
      <Select
        compact
        aria-label="Span"
        value={String(span?.days ?? 'other')}
        options={[
          ...SPANS.map((one) => ({ value: String(one.days), label: one.label })),
          { value: 'other', label: 'Between two days', disabled: true },
        ]}
        onChange={(value) => onChange({ from: utcDay(now, Number(value)), to: undefined })}
      />
      <div className="flex gap-3">
        <Field label="From the end of">
          <Input
            type="date"
            max={days.to}
            value={days.from}
            onChange={({ target }) => onChange({ from: target.value || undefined })}
          />
        </Field>
        <Field label="to the end of">
          <Input
            type="date"
            min={days.from}
            max={today}
            value={days.to}
            onChange={({ target }) =>
              onChange({ to: target.value === today ? undefined : target.value || undefined })
            }
          />
        </Field>
      </div>
      {search.member && (
        <OnlyPerson member={search.member} day={days.to} onClear={() => onChange({ member: undefined })} />
      )}
      {search.project && (
        <OnlyProject project={search.project} onClear={() => onChange({ project: undefined })} />
      )}
    </div>
  )
}

type Only = { onClear: () => void }

function OnlyPerson({ member, day, onClear }: Only & { member: string; day: string }) {
  const { organization } = useHere()
  const { data } = trpc.history.person.useQuery({ organization, member, asOf: day })
  return (
    <Button
      icon={X}
      onClick={onClear}
      aria-label={`Only ${data?.person.name ?? 'one person'}: show everybody`}
    >
      Only {data?.person.name ?? 'one person'}
    </Button>
  )
}

function OnlyProject({ project, onClear }: Only & { project: string }) {
  const { organization } = useHere()
  const { data } = trpc.projects.get.useQuery({ organization, project })
  return (
    <Button icon={X} onClick={onClear} aria-label={`Only ${data?.name ?? 'one project'}: show everything`}>
      Only {data?.name ?? 'one project'}
    </Button>
  )
}
