import { isId, type MemberId } from '@roster/domain'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { trpc } from '../../api/client.ts'
import { refusalOf } from '../../api/refusal.ts'
import { useHere } from '../../organizations/here.ts'
import { NotFoundPage } from '../../pages/not-found.tsx'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { ClosedPage } from '../closed-page.tsx'
import { PresentPerson } from './present.tsx'

const FormerPerson = lazy(() => import('./former.tsx').then((file) => ({ default: file.FormerPerson })))

const NoPerson = lazy(() =>
  import('../../service-accounts/no-person.tsx').then((file) => ({ default: file.NoPerson })),
)

/** Everything about one person here (issue 3.5); of oneself also without the right to see members. */
export function PersonPage() {
  const { member } = useParams({ from: '/signed-in/$organization/members/$member' })
  // Another person's page begins anew: nothing that is open or unfolded is carried over.
  return isId('mem', member) ? <Known key={member} member={member} /> : <NotFoundPage />
}

function Known({ member }: { member: MemberId }) {
  const { organization } = useHere()
  const found = trpc.members.find.useQuery({ organization, member })
  const present = found.data?.leftAt === null
  const { data, error, refetch } = trpc.members.get.useQuery({ organization, member }, { enabled: present })
  const code = refusalOf(found.error)?.code
  if (code === 'not-permitted') return <ClosedPage />
  if (code === 'not-found') {
    return (
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <NoPerson member={member} />
      </Suspense>
    )
  }
  if (found.data && !present) {
    return (
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <FormerPerson member={member} />
      </Suspense>
    )
  }
  if (data) return <PresentPerson person={data} />
  const failed = found.error ?? error
  if (failed) {
    const again = () => void Promise.all([found.refetch(), refetch()])
    return <NotLoaded what="person" error={failed} onRetry={again} />
  }
  return <SkeletonLines lines={8} />
}
