import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { OneRole } from './one-role.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { PERMISSION_GROUPS } from './subjects.ts'
import type { ListedRole } from './types.ts'

/** What each role allows today, and, asked for, what it will allow once groups and projects are here. */
export function PermissionsTable({ roles, own }: { roles: readonly ListedRole[]; own: string }) {
  const [withToCome, setWithToCome] = useState(false)
  const groups = PERMISSION_GROUPS.filter(({ toCome }) => withToCome || !toCome)
  return (
    <>
      <RoleMatrix roles={roles} groups={groups} />
      <OneRole roles={roles} groups={groups} own={own} />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 max-w-prose text-pretty text-ink-muted text-sm">
          Groups, projects and custom roles come with a later version. The roles already say who will manage
          them.
        </p>
        <Button
          variant="quiet"
          iconAfter={withToCome ? ChevronUp : ChevronDown}
          aria-expanded={withToCome}
          onClick={() => setWithToCome(!withToCome)}
        >
          {withToCome ? 'Hide groups and projects' : 'Show groups and projects'}
        </Button>
      </div>
    </>
  )
}
