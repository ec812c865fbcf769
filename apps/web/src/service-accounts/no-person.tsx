import type { MemberId } from '@roster/domain'
import { Navigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotFoundPage } from '../pages/not-found.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

/** Leads from where a person would be to the page of the service account that it is; else there is nothing here. */
export function NoPerson({ member }: { member: MemberId }) {
  const { organization } = useHere()
  const { data, isPending } = trpc.serviceAccounts.find.useQuery({ organization, member })
  if (isPending) return <SkeletonLines lines={8} />
  if (!data) return <NotFoundPage />
  return (
    <Navigate
      replace
      to="/$organization/settings/service-accounts/$serviceAccount"
      params={{ organization, serviceAccount: data.serviceAccount }}
    />
  )
}
