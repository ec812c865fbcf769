import type { MemberId } from '@roster/domain'
import { skipToken } from '@tanstack/react-query'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import type { Member } from './types.ts'

/** The member with this id: from the rows on the page, or else asked for. Undefined while unknown. */
export function useTarget(id: MemberId | undefined, shown: readonly Member[]): Member | undefined {
  const { organization } = useHere()
  const row = shown.find(({ member }) => member === id)
  const asked = trpc.members.get.useQuery(id && !row ? { organization, member: id } : skipToken)
  return row ?? (id ? asked.data : undefined)
}
