import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Form } from '../ui/form.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

type PolicyFormProps = {
  draft: PolicyDraft
  /** The verb and what is saved, e.g. "Save domains". */
  save: string
  children: ReactNode
}

/** A section of the policies: its fields, what stands against them, and its own "Save". */
export function PolicyForm({ draft, save, children }: PolicyFormProps) {
  const { same, impossible, forbidden, pending, refused, submit } = draft
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      refused={refused}
    >
      {children}
      {impossible && <Callout meaning="danger">{impossible}</Callout>}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabledReason={forbidden ?? (same ? 'Nothing has been changed.' : impossible)}
        >
          {save}
        </Button>
      </div>
    </Form>
  )
}
