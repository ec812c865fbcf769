import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { ServiceAccount } from './types.ts'

type RemoveAccountDialogProps = { account: ServiceAccount; onClose: () => void }

/** Asks once more, and says what ends with it. */
export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const { id, name, role, projects, keys } = account
  const remove = trpc.serviceAccounts.remove.useMutation({
    async onSuccess() {
      await navigate({ to: '/$organization/settings/service-accounts', params: { organization } })
      notify({ message: `${name} is removed.` })
      await utils.invalidate()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Remove ${name} from ${here.name}?`}
      confirmLabel="Remove service account"
      pending={remove.isPending}
      refusal={remove.error ? sentenceOf(remove.error) : undefined}
      losses={[
        `The role ${role.name} in ${here.name}`,
        ...(projects > 0 ? [`Its roles in ${counted(projects, label.one, label.many)}`] : []),
        ...(keys && keys.count > 0
          ? [`${counted(keys.count, 'API key', 'API keys')}: whatever uses them stops working at once`]
          : []),
      ]}
      onConfirm={() => remove.mutate({ organization, serviceAccount: id })}
    >
      There is no way back: a new one would need new keys.
    </ConfirmDialog>
  )
}
