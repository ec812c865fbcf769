import { Lock } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** For those who may not see the members; under the policy "owners only" even admins (D2). */
export function ClosedPage() {
  const { organization, here, whyNot } = useHere()
  return (
    <ErrorPage
      icon={Lock}
      title="The members are not open to you"
      next={whyNot('members.read')}
      actions={
        <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
      }
    />
  )
}
