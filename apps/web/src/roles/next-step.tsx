import { Plus } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { whyNotCreate } from './may.ts'
import { useRoles } from './use-roles.ts'
import { useRolesSearch } from './use-roles-search.ts'

/** To whoever may define roles, as long as there are none but the built-in ones (C16). */
export function NextStep() {
  const { here } = useHere()
  const { roles, level } = useRoles()
  const { set } = useRolesSearch()
  if (whyNotCreate(here.permissions) !== undefined || roles.some(({ key }) => key === null)) return null
  return (
    <div className="mb-6">
      <Callout
        title="Define roles before you assign access"
        actions={
          <Button icon={Plus} onClick={() => set({ dialog: 'new', of: undefined })}>
            New role
          </Button>
        }
      >
        {level === 'project'
          ? 'Look through what the built-in roles allow in a project. Where none fits, make one with just what people need, then give it to people and groups.'
          : `Look through what the built-in roles allow in ${here.name}. Where none fits, make one with just what people need, then invite people with it.`}
      </Callout>
    </div>
  )
}
