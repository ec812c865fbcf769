import { PERMISSIONS, type Permission } from '@roster/domain'
import { Minus, Plus } from 'lucide-react'

type PermissionListProps = { permissions: readonly Permission[]; kind: 'gains' | 'losses' }

/** What is gained or lost, a sentence each; by sign and by colour. */
export function PermissionList({ permissions, kind }: PermissionListProps) {
  if (permissions.length === 0) return <p className="text-ink-faint">Nothing</p>
  const Icon = kind === 'gains' ? Plus : Minus
  return (
    <ul className={kind === 'gains' ? 'text-success-ink' : 'text-danger-ink'}>
      {permissions.map((permission) => (
        <li key={permission} className="flex items-start gap-1.5">
          <Icon aria-hidden className="mt-1 size-3 shrink-0" />
          <span>{PERMISSIONS[permission]}</span>
        </li>
      ))}
    </ul>
  )
}
