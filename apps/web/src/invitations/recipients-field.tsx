import { Button } from '../ui/button.tsx'
import { ChipsInput } from '../ui/chips-input.tsx'
import { Field } from '../ui/field.tsx'
import { counted } from '../ui/number.ts'
import { chipOf, type Entry, type Fate, splitRecipients, type Verdicts, withTexts } from './draft.ts'
import { SUGGEST_FROM, useSuggest } from './use-suggest.ts'

type RecipientsFieldProps = {
  entries: readonly Entry[]
  verdicts: Verdicts
  sorted: Readonly<Record<Fate, readonly Entry[]>>
  checking: boolean
  /** How many of what was added last stood in the list already. */
  doubles: number
  onChange: (entries: readonly Entry[], doubles: number) => void
  inputRef: { current: HTMLInputElement | null }
  error: string | undefined
}

/** Whom to invite, as chips that say what would become of each (T14, I6). */
export function RecipientsField(props: RecipientsFieldProps) {
  const { entries, verdicts, sorted, checking, doubles, onChange, inputRef, error } = props
  const suggest = useSuggest()
  const { refused } = sorted

  return (
    <Field
      label="Email addresses or usernames"
      hint={
        entries.length === 0 ? 'Type, or paste a list: commas, spaces and lines part the entries.' : undefined
      }
      error={error}
    >
      <ChipsInput
        chips={entries.map((entry) => chipOf(entry, verdicts.get(entry.key)))}
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
          <div className="mt-1.5 flex min-h-5 flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
            <span role="status">{entries.length > 0 ? summary(sorted, doubles, checking) : ''}</span>
            {refused.length > 0 && (
              <Button
                size="small"
                variant="quiet"
                onClick={() => {
                  const marked = new Set(refused)
                  onChange(
                    entries.filter((entry) => !marked.has(entry)),
                    0,
                  )
                  inputRef.current?.focus()
                }}
              >
                Take out the {refused.length === 1 ? 'red one' : `${refused.length} red ones`}
              </Button>
            )}
          </div>
        }
      />
    </Field>
  )
}

/** "11 new · 1 re-sent · 2 members already · 1 cannot be invited". */
function summary(sorted: RecipientsFieldProps['sorted'], doubles: number, checking: boolean): string {
  const { invited, again, member, refused } = sorted
  return [
    invited.length > 0 && `${counted(invited.length, 'person', 'people')} to invite`,
    again.length > 0 && `${counted(again.length, 'invitation', 'invitations')} to re-send`,
    member.length > 0 && `${counted(member.length, 'left out', 'left out')}`,
    refused.length > 0 && `${counted(refused.length, 'cannot', 'cannot')} be invited`,
    doubles > 0 && `${counted(doubles, 'was', 'were')} in the list already`,
    checking && 'checking',
  ]
    .filter(Boolean)
    .join(' · ')
}
