import { Lock } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useProjectLabel } from './label.ts'

/** For those whose role shows them no projects. */
export function ClosedProjects() {
  const { organization, here, whyNot } = useHere()
  const { many } = useProjectLabel()
  return (
    <ErrorPage
      icon={Lock}
      title={`The ${many} are not open to you`}
      next={whyNot('projects.read')}
      actions={
        <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
      }
    />
  )
}
