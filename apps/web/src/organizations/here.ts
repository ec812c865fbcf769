import { type Permission, Refusal } from '@roster/domain'
import { useParams } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'

/** The organization of the page: what it is, who one is there, and what one may do. */
export function useHere() {
  const { organization } = useParams({ from: '/signed-in/$organization' })
  const [here] = trpc.organizations.get.useSuspenseQuery({ organization })
  const may = (permission: Permission): boolean => here.permissions.includes(permission)
  return {
    organization,
    here,
    may,
    /** Why a button for this cannot be used, in the words of the refusal; undefined when it can. */
    whyNot: (permission: Permission): string | undefined =>
      may(permission) ? undefined : new Refusal('not-permitted', { permission }).message,
  }
}
