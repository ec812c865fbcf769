import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useRequestsChanged } from './use-requests-changed.ts'

/** Asks to join an organization from outside. */
export function AskForm({ organization, name }: { organization: string; name: string }) {
  const [reason, setReason] = useState('')
  const changed = useRequestsChanged()
  const ask = trpc.requests.make.useMutation({ onSuccess: changed })
  const missing = reason.trim() === ''
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !ask.isPending) ask.mutate({ organization, reason })
      }}
      refused={ask.error ? sentenceOf(ask.error) : undefined}
    >
      <Field
        label={
          <>
            Why do you want to join <bdi>{name}</bdi>?
          </>
        }
        hint="Whoever answers sees this together with your name, your username and your email address."
        required
      >
        <TextArea value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="large"
        wide
        pending={ask.isPending}
        disabledReason={missing ? 'Say why first.' : undefined}
      >
        Ask to join
      </Button>
    </Form>
  )
}
