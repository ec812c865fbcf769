import { useState } from 'react'
import { dayAt } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Select } from '../ui/select.tsx'
import { END_CHOICES, END_LABELS, type EndChoice, endOf } from './ends.ts'

type EndFieldProps = {
  onChange: (expiresAt: number | null | undefined) => void
  /** Which of the choices are offered; all of them unless said otherwise. */
  choices?: readonly EndChoice[] | undefined
  start?: EndChoice | undefined
}

/** When a role ends by itself. */
export function EndField({ onChange, choices = END_CHOICES, start = 'as-is' }: EndFieldProps) {
  const [choice, setChoice] = useState<EndChoice>(start)
  const [day, setDay] = useState('')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Ends" hint="People are told a week and a day before.">
        <Select<EndChoice>
          value={choice}
          options={choices.map((value) => ({ value, label: END_LABELS[value] }))}
          onChange={(next) => {
            setChoice(next)
            onChange(endOf(next, day, Date.now()))
          }}
        />
      </Field>
      {choice === 'day' && (
        <Field label="Last day">
          <Input
            type="date"
            value={day}
            min={dayAt(Date.now())}
            onChange={({ target }) => {
              setDay(target.value)
              onChange(endOf('day', target.value, Date.now()))
            }}
          />
        </Field>
      )}
    </div>
  )
}
