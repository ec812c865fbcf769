import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { levelOf, listInput } from './search.ts'
import { useRolesSearch } from './use-roles-search.ts'

/** The roles of the level that is shown, least powerful first. */
export function useRoles() {
  const { organization } = useHere()
  const { search } = useRolesSearch()
  const [roles] = trpc.roles.list.useSuspenseQuery(listInput(organization, search))
  return { roles, level: levelOf(search) }
}
