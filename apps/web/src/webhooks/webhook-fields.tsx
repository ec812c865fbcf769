import { fieldError } from '../api/refusal.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { EventPicker } from './event-picker.tsx'
import type { PickedEvents } from './picked-events.ts'

export type Draft = { name: string; url: string; picked: PickedEvents }

type WebhookFieldsProps = { draft: Draft; onChange: (draft: Draft) => void; error: unknown }

/** What a webhook is called, where it sends, and what. */
export function WebhookFields({ draft, onChange, error }: WebhookFieldsProps) {
  return (
    <div className="flex flex-col gap-5">
      <Field label="Name" required error={fieldError(error, 'name')}>
        <Input
          value={draft.name}
          maxLength={100}
          placeholder="Chat of the team"
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
      </Field>
      <Field
        label="Address of the receiver"
        required
        hint="Events are posted there as JSON. Any port will do; redirects are not followed."
        error={fieldError(error, 'url')}
      >
        <Input
          value={draft.url}
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.org/hooks"
          onChange={({ target }) => onChange({ ...draft, url: target.value })}
        />
      </Field>
      <EventPicker picked={draft.picked} onPick={(picked) => onChange({ ...draft, picked })} />
    </div>
  )
}

/** What is missing before it can be saved, in words for the button. */
export function missingIn({ name, url, picked }: Draft): string | undefined {
  if (name.trim() === '') return 'Give it a name first.'
  if (url.trim() === '') return 'Say where events are to be sent first.'
  if (!picked.every && picked.types.size === 0) return 'Choose at least one event first.'
  return undefined
}
