import { checkStep, Refusal } from '@roster/domain'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { DraftStep } from './types.ts'

type StepFieldsProps = {
  step: DraftStep
  number: number
  last: boolean
  /** Why nothing can be changed, if so. */
  locked: string | undefined
  onChange: (part: Partial<DraftStep>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One step: what to do, more about it, where, and its place in the list. */
export function StepFields({ step, number, last, locked, onChange, onMove, onRemove }: StepFieldsProps) {
  const { title, text, link } = step
  const name = title.trim() === '' ? `step ${number}` : title
  const readOnly = locked !== undefined
  const wrongLink = link.trim() === '' ? undefined : checkStep({ title: 'x', text: '', link })
  const wrongText = checkStep({ title: 'x', text, link: null })
  return (
    <li className="rounded-card border border-line p-3">
      <div className="mb-2 flex items-center justify-between gap-2">
        <span className="font-medium text-ink-muted text-sm">Step {number}</span>
        <span className="flex">
          <IconButton
            icon={ArrowUp}
            label={`Move ${name} up`}
            disabledReason={locked ?? (number === 1 ? 'It is the first one.' : undefined)}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={`Move ${name} down`}
            disabledReason={locked ?? (last ? 'It is the last one.' : undefined)}
            onClick={() => onMove(1)}
          />
          <IconButton icon={X} label={`Remove ${name}`} disabledReason={locked} onClick={onRemove} />
        </span>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Title">
          <Input
            value={title}
            readOnly={readOnly}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        </Field>
        <Field label="Link" optional error={wrongLink instanceof Refusal ? wrongLink.message : undefined}>
          <Input
            inputMode="url"
            placeholder="https:// or /page"
            value={link}
            readOnly={readOnly}
            onChange={({ target }) => onChange({ link: target.value })}
          />
        </Field>
        <div className="sm:col-span-2">
          <Field label="Text" optional error={wrongText instanceof Refusal ? wrongText.message : undefined}>
            <TextArea
              rows={2}
              value={text}
              readOnly={readOnly}
              onChange={({ target }) => onChange({ text: target.value })}
            />
          </Field>
        </div>
      </div>
    </li>
  )
}
