import { UserX } from 'lucide-react'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useTitle } from './title.ts'

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
