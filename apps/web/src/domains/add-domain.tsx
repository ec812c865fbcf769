import { PROOF_MAILBOXES, type ProofMailbox, provableDomain, Refusal } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { Select } from '../ui/select.tsx'

/** Names a domain and chooses who is asked to confirm it. */
export function AddDomain() {
  const { organization, whyNot } = useHere()
  const [name, setName] = useState('')
  const [mailbox, setMailbox] = useState<ProofMailbox>('postmaster')
  const [asked, setAsked] = useState(false)
  const utils = trpc.useUtils()
  const add = trpc.domains.add.useMutation({
    async onSuccess() {
      await utils.domains.list.invalidate()
      notify({ message: `Mail is on its way to ${mailbox}@${canonical}`, meaning: 'success' })
      setName('')
      setAsked(false)
    },
  })
  const ruled = provableDomain(name)
  const canonical = ruled instanceof Refusal ? '' : ruled
  const forbidden = whyNot('organization.update')
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (forbidden === undefined && canonical !== '' && !add.isPending)
          add.mutate({ organization, name, mailbox })
      }}
      refused={add.error ? sentenceOf(add.error) : undefined}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Domain" error={asked && ruled instanceof Refusal ? ruled.message : undefined}>
          <Input
            value={name}
            placeholder="example.org"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={forbidden !== undefined}
            onChange={({ target }) => {
              setName(target.value)
              setAsked(false)
              add.reset()
            }}
          />
        </Field>
        <Field label="Who confirms it">
          <Select
            value={mailbox}
            disabledReason={forbidden}
            onChange={setMailbox}
            options={PROOF_MAILBOXES.map((value) => ({
              value,
              label: `${value}@${canonical || '…'}`,
            }))}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={add.isPending} disabledReason={forbidden}>
          Add domain
        </Button>
      </div>
    </Form>
  )
}
