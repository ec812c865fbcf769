import type { AssignmentId } from '@roster/domain'
import { RotateCw } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { notify } from '../ui/notify.ts'
import { dateText } from '../ui/time-text.ts'
import { useAssignmentsChanged } from './use-assign.ts'

/** What one click adds, from now on. */
const DAYS = 90
const DAY = 86_400_000

type RenewButtonProps = { assignment: AssignmentId; disabledReason?: string | undefined }

/** Gives it for another ninety days from now, and says so with the way back. */
export function RenewButton({ assignment, disabledReason }: RenewButtonProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const changed = useAssignmentsChanged()
  const renew = trpc.assignments.renew.useMutation({
    onSuccess: ({ undo }, { expiresAt }) => {
      notify({
        message: `Renewed until ${dateText(expiresAt ?? 0, Date.now())}.`,
        undo: undo ? () => void takeBack(undo) : undefined,
      })
    },
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => void changed(),
  })
  async function takeBack(undo: NonNullable<NonNullable<typeof renew.data>['undo']>) {
    const [outcome] = await utils.client.assignments.assign
      .mutate({ organization, changes: [undo] })
      .catch((error: unknown) => [{ ok: false as const, refusal: { message: sentenceOf(error) } }])
    notify(
      outcome?.ok
        ? { message: 'Undone: it ends when it would have.' }
        : { message: outcome?.refusal.message ?? 'It could not be undone.', meaning: 'danger' },
    )
    await changed()
  }
  return (
    <Button
      size="small"
      icon={RotateCw}
      pending={renew.isPending}
      disabledReason={disabledReason}
      onClick={() => renew.mutate({ organization, assignment, expiresAt: Date.now() + DAYS * DAY })}
    >
      Renew for {DAYS} days
    </Button>
  )
}
