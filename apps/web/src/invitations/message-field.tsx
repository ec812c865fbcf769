import { invitationMessage, LONGEST_MESSAGE, Refusal } from '@roster/domain'
import { Field } from '../ui/field.tsx'
import { count } from '../ui/number.ts'
import { TextArea } from '../ui/text-area.tsx'

/** Why a message cannot go out, in the rule's words; undefined when it can. */
export function whyNotMessage(text: string): string | undefined {
  const answer = invitationMessage(text)
  return answer instanceof Refusal ? answer.message : undefined
}

type MessageFieldProps = { value: string; onChange: (value: string) => void; hint?: string | undefined }

/** The sender's own words, with how much of the room they take. */
export function MessageField({ value, onChange, hint }: MessageFieldProps) {
  return (
    <Field
      label="Message"
      optional
      hint={hint}
      error={whyNotMessage(value)}
      aside={
        <span className="text-ink-faint text-xs tabular-nums">
          {count([...value].length)} / {count(LONGEST_MESSAGE)}
        </span>
      }
    >
      <TextArea rows={2} value={value} onChange={({ target }) => onChange(target.value)} />
    </Field>
  )
}
