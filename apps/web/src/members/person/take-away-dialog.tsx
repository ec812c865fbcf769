import { trpc } from '../../api/client.ts'
import { sentenceOf } from '../../api/refusal.ts'
import { PermissionList } from '../../assignments/permission-list.tsx'
import type { Because } from '../../assignments/types.ts'
import { useAssign } from '../../assignments/use-assign.ts'
import { useHere } from '../../organizations/here.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { counted } from '../../ui/number.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import type { Member } from '../types.ts'

type TakeAwayDialogProps = {
  person: Pick<Member, 'member' | 'name'>
  because: Because
  onClose: () => void
}

/** Takes one role in a project from somebody, after what they lose and keep there is said. */
export function TakeAwayDialog({ person: { member, name }, because, onClose }: TakeAwayDialogProps) {
  const { organization } = useHere()
  const { assign, takeBack, isPending, error } = useAssign()
  const { role, project } = because
  const where = project?.name ?? ''
  const changes = [{ subject: { member }, project: project?.id ?? null, role: null, from: role.id }]
  const preview = trpc.assignments.preview.useQuery({ organization, changes })
  const effect = preview.data?.[0]?.changes[0]
  const refusal = effect?.refusal?.message

  async function submit() {
    if (!effect || refusal !== undefined || isPending) return
    const outcomes = await assign({ organization, changes })
    const [outcome] = outcomes ?? []
    if (!outcome) return
    if (outcome.ok) {
      const { result } = outcome
      notify({
        message: `${name} is no longer ${role.name} in ${where}.`,
        undo: () => void takeBack([result]),
      })
    } else notify({ message: outcome.refusal.message, meaning: 'danger' })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={() => !isPending && onClose()}
      role="alertdialog"
      size="small"
      guarded
      title={
        <>
          Take the role {role.name} in <bdi>{where}</bdi> from <bdi>{name}</bdi>?
        </>
      }
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="danger"
            pending={isPending}
            disabledReason={effect ? refusal : 'Wait until it is known what is lost.'}
          >
            Take away
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        {preview.isPending && <SkeletonLines lines={3} />}
        {refusal !== undefined && <Callout meaning="warning">{refusal}</Callout>}
        {effect && refusal === undefined && (
          <div className="flex flex-col gap-1.5">
            <p className="font-medium">This is lost</p>
            <PermissionList permissions={effect.losses} kind="losses" />
            {effect.keeps > 0 && (
              <p className="text-ink-muted">
                They keep {counted(effect.keeps, 'permission', 'permissions')} there through other roles.
              </p>
            )}
          </div>
        )}
        {(error ?? preview.error) && (
          <Callout meaning="danger" announced>
            {sentenceOf(error ?? preview.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
