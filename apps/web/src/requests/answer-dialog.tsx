import { ApproveDialog } from './approve-dialog.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import type { ListedRequest } from './types.ts'

type AnswerDialogProps = { request: ListedRequest; answer: 'approve' | 'reject'; onClose: () => void }

/** The answer to a request: yes with a role and a ground, or no with a message. */
export function AnswerDialog({ request, answer, onClose }: AnswerDialogProps) {
  return answer === 'approve' ? (
    <ApproveDialog request={request} onClose={onClose} />
  ) : (
    <RejectDialog request={request} onClose={onClose} />
  )
}
