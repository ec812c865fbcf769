import type { ProjectId } from '@roster/domain'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'

const AskDialog = lazy(() => import('./ask-dialog.tsx').then((file) => ({ default: file.AskDialog })))

type AskButtonProps = { organization: string; project: { id: ProjectId; name: string; archived: boolean } }

/** Asks to join a project that takes requests; once asked, leads to what was asked. */
export function AskButton({ organization, project }: AskButtonProps) {
  const { data } = trpc.requests.mine.useQuery({})
  const [asking, setAsking] = useState(false)
  const asked = data?.some((one) => one.state === 'pending' && one.project?.id === project.id)
  if (asked) return <LinkButton link={{ to: '/account/requests' }}>You have asked to join</LinkButton>
  return (
    <>
      <Button
        onClick={() => setAsking(true)}
        disabledReason={project.archived ? 'It is archived: nothing in it changes.' : undefined}
      >
        Ask to join
      </Button>
      {asking && (
        <Suspense>
          <AskDialog organization={organization} project={project} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
