import { PERMISSIONS, type Permission } from '@roster/domain'
import { counted } from '../ui/number.ts'

/** What roles allow, folded: by their definition of today, for that of earlier days is not kept. */
export function Allowed({ permissions }: { permissions: readonly Permission[] }) {
  if (permissions.length === 0) return null
  return (
    <details className="text-ink-muted text-xs">
      <summary className="w-fit cursor-pointer rounded-control hover:text-ink">
        {counted(permissions.length, 'permission', 'permissions')}, as these roles are defined today
      </summary>
      <ul className="mt-1 list-disc pl-4">
        {permissions.map((permission) => (
          <li key={permission}>{PERMISSIONS[permission]}</li>
        ))}
      </ul>
    </details>
  )
}
