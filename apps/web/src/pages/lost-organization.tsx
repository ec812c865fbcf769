import { UserX } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useTitle } from './title.ts'

/**
 * Whether an organization was one's own when its page was opened and is not now. An earlier short name still leads
 * to it; what never was one's own is simply not found.
 */
export function useIsLost(organization: string | undefined): boolean {
  const asked = trpc.organizations.get.useQuery(
    { organization: organization ?? '' },
    { enabled: organization !== undefined, staleTime: 0 },
  )
  const had = asked.data !== undefined
  return organization !== undefined && had && refusalOf(asked.error)?.code === 'not-found'
}

/** Stands instead of a page whose organization one lost while it was open. */
export function LostOrganization() {
  useTitle('Not a member any more')
  return (
    <ErrorPage
      icon={UserX}
      title="You are not in this organization any more"
      kept="What you did here before is kept."
      next="Somebody has removed you, or the organization was deleted. Ask someone there if that looks like a mistake."
      actions={<LinkButton link={{ to: '/' }}>Go to my organizations</LinkButton>}
    />
  )
}
