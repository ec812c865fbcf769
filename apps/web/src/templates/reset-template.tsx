import { STANDARD_TEXTS, type TemplateKind } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'

type ResetTemplateProps = { kind: TemplateKind; disabledReason: string | undefined }

/** Goes back to the standard text, once it is sure: what was written is not kept. */
export function ResetTemplate({ kind, disabledReason }: ResetTemplateProps) {
  const { organization } = useHere()
  const [asking, setAsking] = useState(false)
  const utils = trpc.useUtils()
  const reset = trpc.templates.reset.useMutation({
    async onSuccess() {
      setAsking(false)
      await Promise.all([utils.templates.invalidate(), utils.audit.invalidate()])
      notify({ message: 'The standard text holds again', meaning: 'success' })
    },
  })
  const letter = kind === 'welcome' ? 'welcome mail' : 'invitation mail'
  return (
    <>
      <Button variant="quiet" disabledReason={disabledReason} onClick={() => setAsking(true)}>
        Use the standard text
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Use the standard text of the ${letter}?`}
        confirmLabel="Use the standard text"
        pending={reset.isPending}
        refusal={reset.error ? sentenceOf(reset.error) : undefined}
        onConfirm={() => reset.mutate({ organization, kind })}
      >
        What was written for it is lost. The subject is “{STANDARD_TEXTS[kind].subject}” then, and nothing is
        added to the text.
      </ConfirmDialog>
    </>
  )
}
