import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { TextArea } from '../ui/text-area.tsx'
import type { ListedRequest } from './types.ts'
import { useRequestsChanged } from './use-requests-changed.ts'

/** Says no, with a word about why. */
export function RejectDialog({ request, onClose }: { request: ListedRequest; onClose: () => void }) {
  const { organization, here } = useHere()
  const [message, setMessage] = useState('')
  const changed = useRequestsChanged()
  const { name } = request.person
  const place = request.project?.name ?? here.name
  const reject = trpc.requests.reject.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `The request of ${name} was rejected.` })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Reject the request of ${name} to join ${place}?`}
      description="They are told by mail, with your message, and may ask again."
      onSubmit={() => !reject.isPending && reject.mutate({ organization, request: request.id, message })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={reject.isPending}>
            Reject request
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Message" optional hint="Say why, or whom to ask instead.">
          <TextArea value={message} onChange={({ target }) => setMessage(target.value)} />
        </Field>
        {reject.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(reject.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
