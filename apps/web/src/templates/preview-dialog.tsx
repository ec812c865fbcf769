import type { TemplateKind, TemplateText } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { MailBody } from '../mailbox/mail-body.tsx'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

type PreviewDialogProps = TemplateText & { kind: TemplateKind; onClose: () => void }

/** The mail as it would go out with what is typed: from the reader, to an example. */
export function PreviewDialog({ kind, subject, body, onClose }: PreviewDialogProps) {
  const { organization } = useHere()
  const [part, setPart] = useState<'html' | 'text'>('html')
  const preview = trpc.templates.preview.useQuery({ organization, kind, subject, body })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={preview.data?.subject ?? 'Preview'}
      description="As it would reach somebody invited by you, with the default role. Nothing is sent."
      footer={
        <Button variant="primary" onClick={onClose}>
          Close preview
        </Button>
      }
    >
      {preview.data ? (
        <div className="flex flex-col gap-3">
          <RadioCards
            label="Part of the mail"
            hideLabel
            value={part}
            onChange={setPart}
            options={[
              { value: 'html', label: 'With colours' },
              { value: 'text', label: 'Plain text' },
            ]}
          />
          <MailBody mail={preview.data} part={part} />
        </div>
      ) : preview.error ? (
        <Callout meaning="danger">{sentenceOf(preview.error)}</Callout>
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Dialog>
  )
}
