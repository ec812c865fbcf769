import { trpc } from '../api/client.ts'
import { notify } from '../ui/notify.ts'
import { useOrganizationChanged } from './use-organization-changed.ts'

/** Changes policies and says so; `onSaved` is told once the page knows them. */
export function usePolicyUpdate(onSaved: () => void) {
  const changed = useOrganizationChanged()
  return trpc.organizations.update.useMutation({
    async onSuccess() {
      await changed()
      onSaved()
      notify({ message: 'Policy saved', meaning: 'success' })
    },
  })
}
