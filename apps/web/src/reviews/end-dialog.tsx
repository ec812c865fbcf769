import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { ReviewDetails } from './types.ts'
import { useReviewsChanged } from './use-reviews-changed.ts'

type EndDialogProps = { review: ReviewDetails; how: 'close' | 'cancel'; onClose: () => void }

/** Asks before a review is closed early or called off, and says what that means for what is undecided. */
export function EndDialog({ review, how, onClose }: EndDialogProps) {
  const { organization } = useHere()
  const changed = useReviewsChanged()
  const settled = (message: string) => async () => {
    await changed()
    notify({ message })
    onClose()
  }
  const close = trpc.reviews.close.useMutation({ onSuccess: settled('The review is closed and sealed.') })
  const cancel = trpc.reviews.cancel.useMutation({ onSuccess: settled('The review was called off.') })
  const call = how === 'close' ? close : cancel
  const left = review.items - review.decided
  const undecided = counted(left, 'access', 'accesses')
  const revokes = how === 'close' && review.fallback === 'revoke' && left > 0
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={how === 'close' ? `Close “${review.name}” now?` : `Call “${review.name}” off?`}
      losses={
        revokes
          ? [
              `${undecided} that nobody decided about ${left === 1 ? 'is' : 'are'} revoked, as far as your rights allow.`,
              ...(review.scope === 'organization'
                ? ['Whoever loses their role at the organization leaves it.']
                : []),
            ]
          : undefined
      }
      confirmLabel={how === 'close' ? 'Close review' : 'Call it off'}
      cancelLabel="Leave it open"
      danger={revokes || how === 'cancel'}
      pending={call.isPending}
      refusal={call.error ? sentenceOf(call.error) : undefined}
      onConfirm={() => call.mutate({ organization, review: review.id })}
    >
      {how === 'cancel'
        ? 'What was decided so far stays as it is, and nothing more happens. There is no sealed report.'
        : left === 0
          ? 'Everything is decided. The report is sealed, and nothing in it changes any more.'
          : revokes
            ? 'The report is sealed then, and nothing in it changes any more.'
            : `${undecided} that nobody decided about ${left === 1 ? 'is' : 'are'} kept. The report is sealed, and nothing in it changes any more.`}
    </ConfirmDialog>
  )
}
