import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ChipsInput } from '../ui/chips-input.tsx'
import { Field } from '../ui/field.tsx'
import { count, counted } from '../ui/number.ts'
import { chipOf, type Entry, type Fate, splitRecipients, type Verdicts, withTexts } from './draft.ts'
import { SUGGEST_FROM, useSuggest } from './use-suggest.ts'

/** Among more than this, the marked ones are hard to find. */
const MANY = 20

/** A page of thousands of chips would be slow, and nobody reads them; the last ones stand beside the field. */
const MOST_DRAWN = 500

type RecipientsFieldProps = {
  entries: readonly Entry[]
  verdicts: Verdicts
  sorted: Readonly<Record<Fate, readonly Entry[]>>
  checking: boolean
  /** How many of what was added last stood in the list already. */
  doubles: number
  onChange: (entries: readonly Entry[], doubles: number) => void
  inputRef: { current: HTMLInputElement | null }
}

/** Whom to invite, as chips that say what would become of each (T14, I6). */
export function RecipientsField(props: RecipientsFieldProps) {
  const { entries, verdicts, sorted, checking, doubles, onChange, inputRef } = props
  const suggest = useSuggest()
  const [only, setOnly] = useState(false)
  const { refused } = sorted
  const wanted = only && refused.length > 0 ? refused : entries
  const shown = wanted.slice(-MOST_DRAWN)

  function takeOut() {
    const marked = new Set(refused)
    onChange(
      entries.filter((entry) => !marked.has(entry)),
      0,
    )
    inputRef.current?.focus()
  }

  return (
    <Field
      label="Email addresses or usernames"
      hint={
        entries.length === 0 ? 'Type, or paste a list: commas, spaces and lines part the entries.' : undefined
      }
    >
      <ChipsInput
        chips={shown.map((entry) => chipOf(entry, verdicts.get(entry.key)))}
        onAdd={(texts) => {
          const added = withTexts(entries, texts)
          onChange(added.entries, added.doubles)
        }}
        onRemove={(key) =>
          onChange(
            entries.filter((entry) => entry.key !== key),
            0,
          )
        }
        split={splitRecipients}
        placeholder="ada@example.com, @grace"
        suggest={suggest}
        suggestFrom={SUGGEST_FROM}
        inputRef={inputRef}
        footer={
          entries.length > 0 && (
            <div className="mt-1.5 flex min-h-5 flex-wrap items-center gap-x-4 text-ink-muted text-sm">
              <span role="status">
                {summary(sorted, doubles, checking)}
                {shown.length < wanted.length && ` · the last ${count(shown.length)} are shown`}
              </span>
              {refused.length > 0 && (
                <span className="-mx-2 flex">
                  {entries.length > MANY && (
                    <Button size="small" variant="quiet" onClick={() => setOnly(!only)}>
                      {only ? 'Show all' : 'Show those'}
                    </Button>
                  )}
                  <Button size="small" variant="quiet" onClick={takeOut}>
                    {refused.length === 1 ? 'Take that one out' : 'Take those out'}
                  </Button>
                </span>
              )}
            </div>
          )
        }
      />
    </Field>
  )
}

/** "11 people to invite · 1 invitation to re-send · 2 left out · 1 cannot be invited". */
function summary(sorted: RecipientsFieldProps['sorted'], doubles: number, checking: boolean): string {
  const { invited, again, member, refused } = sorted
  return [
    checking && 'Checking',
    invited.length > 0 && `${counted(invited.length, 'person', 'people')} to invite`,
    again.length > 0 && `${counted(again.length, 'invitation', 'invitations')} to re-send`,
    doubles > 0 && `${counted(doubles, 'was', 'were')} in the list already`,
    member.length > 0 && `${count(member.length)} left out`,
    refused.length > 0 && `${count(refused.length)} cannot be invited`,
  ]
    .filter(Boolean)
    .join(' · ')
}
