import type { ProjectId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { TextArea } from '../ui/text-area.tsx'
import { useRequestsChanged } from './use-requests-changed.ts'

type AskDialogProps = {
  organization: string
  project: { id: ProjectId; name: string }
  onClose: () => void
}

/** A member asks to join a project that takes requests, with a reason (O3). */
export function AskDialog({ organization, project, onClose }: AskDialogProps) {
  const [reason, setReason] = useState('')
  const changed = useRequestsChanged()
  const ask = trpc.requests.make.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `You asked to join ${project.name}. The answer comes by mail.`, meaning: 'success' })
      onClose()
    },
  })
  const missing = reason.trim() === ''
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Ask to join ${project.name}`}
      description="Whoever decides about its members is told, and answers with a role or a message."
      onSubmit={() => {
        if (!missing && !ask.isPending) ask.mutate({ organization, project: project.id, reason })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            pending={ask.isPending}
            disabledReason={missing ? 'Say why first.' : undefined}
          >
            Send request
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Why do you need it?" required>
          <TextArea value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {ask.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(ask.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
