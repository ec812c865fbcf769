import { Lock } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** For those whose role shows them no groups. */
export function ClosedGroups() {
  const { organization, here, whyNot } = useHere()
  return (
    <ErrorPage
      icon={Lock}
      title="The groups are not open to you"
      next={whyNot('groups.read')}
      actions={
        <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
      }
    />
  )
}
