import type { Entitlement } from '@roster/domain'
import { X } from 'lucide-react'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { TextArea } from '../ui/text-area.tsx'

type OfferFieldsProps = {
  draft: Entitlement
  /** 1 for the first. */
  number: number
  refusal: { field: string; sentence: string } | undefined
  onChange: (part: Partial<Entitlement>) => void
  onRemove: () => void
}

/** One offer: what it is, what one should know, and where to get it. */
export function OfferFields({ draft, number, refusal, onChange, onRemove }: OfferFieldsProps) {
  const errorOf = (field: string) => (refusal?.field === field ? refusal.sentence : undefined)
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line p-3">
      <div className="-mb-1 flex items-center justify-between gap-2">
        <span className="font-medium text-ink-muted text-sm">Offer {number}</span>
        <IconButton icon={X} label={`Remove offer ${number}`} onClick={onRemove} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={`Name of offer ${number}`} error={errorOf('name')}>
          <Input
            value={draft.name}
            placeholder="Design tool"
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Field label="Web address" optional error={errorOf('link')}>
          <Input
            type="url"
            value={draft.link ?? ''}
            placeholder="https://"
            onChange={({ target }) => onChange({ link: target.value === '' ? null : target.value })}
          />
        </Field>
      </div>
      <Field label="What members should know" optional error={errorOf('text')}>
        <TextArea rows={2} value={draft.text} onChange={({ target }) => onChange({ text: target.value })} />
      </Field>
    </li>
  )
}
