import { useState } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { usePolicyUpdate } from '../organizations/use-policy-update.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { Select } from '../ui/select.tsx'

const WORDS = [
  { one: 'project', many: 'projects' },
  { one: 'workspace', many: 'workspaces' },
  { one: 'space', many: 'spaces' },
  { one: 'team', many: 'teams' },
  { one: 'environment', many: 'environments' },
] as const
const OWN = 'own'
const LONGEST = 24

/** What the organization calls its projects, wherever the word stands. */
export function LabelPolicy() {
  const { organization, here, whyNot } = useHere()
  const saved = here.policies.projectLabel
  const [chosen, setChosen] = useState<{ one: string; many: string }>()
  const [own, setOwn] = useState(!WORDS.some(({ one, many }) => one === saved.one && many === saved.many))
  const update = usePolicyUpdate(() => setChosen(undefined))
  const { one, many } = chosen ?? saved
  const forbidden = whyNot('organization.update')
  const changed = one.trim() !== saved.one || many.trim() !== saved.many
  const missing = one.trim() === '' || many.trim() === ''
  const disabledReason =
    forbidden ?? (missing ? 'Type both words.' : changed ? undefined : 'Nothing has been changed.')

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (disabledReason === undefined && !update.isPending)
          update.mutate({ organization, policies: { projectLabel: { one: one.trim(), many: many.trim() } } })
      }}
      refused={update.error ? sentenceOf(update.error) : undefined}
    >
      <Field label="Word">
        <Select<string>
          value={own ? OWN : one}
          disabledReason={forbidden}
          options={[
            ...WORDS.map((word) => ({ value: word.one, label: word.one })),
            { value: OWN, label: 'A word of our own' },
          ]}
          onChange={(value) => {
            const word = WORDS.find((known) => known.one === value)
            setOwn(!word)
            if (word) setChosen(word)
          }}
        />
      </Field>
      {own && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="One of them">
            <Input
              value={one}
              maxLength={LONGEST}
              autoComplete="off"
              readOnly={forbidden !== undefined}
              onChange={({ target }) => setChosen({ one: target.value, many })}
            />
          </Field>
          <Field label="Several of them">
            <Input
              value={many}
              maxLength={LONGEST}
              autoComplete="off"
              readOnly={forbidden !== undefined}
              onChange={({ target }) => setChosen({ one, many: target.value })}
            />
          </Field>
        </div>
      )}
      <div>
        <Button type="submit" variant="primary" pending={update.isPending} disabledReason={disabledReason}>
          Save word
        </Button>
      </div>
    </Form>
  )
}
