import { PERMISSIONS, type Permission } from '@roster/domain'
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'

type PermissionListsProps = { gains: readonly Permission[]; losses: readonly Permission[] }

/** What is gained and what is lost, side by side where there is room. */
export function PermissionLists({ gains, losses }: PermissionListsProps) {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <OneList title="Gains" permissions={gains} />
      <OneList title="Loses" permissions={losses} />
    </div>
  )
}

function OneList({ title, permissions }: { title: 'Gains' | 'Loses'; permissions: readonly Permission[] }) {
  const heading = useId()
  const Mark = title === 'Gains' ? Plus : Minus
  return (
    <div className="min-w-0">
      <p id={heading} className="font-medium text-sm">
        {title}
      </p>
      {permissions.length === 0 ? (
        <p className="mt-1 text-ink-muted text-sm">Nothing</p>
      ) : (
        <ul aria-labelledby={heading} className="mt-1 flex flex-col gap-1 text-sm">
          {permissions.map((permission) => (
            <li key={permission} className="flex items-start gap-2">
              <Mark
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${title === 'Gains' ? 'text-success-ink' : 'text-danger-ink'}`}
              />
              <span className="min-w-0 text-pretty">{PERMISSIONS[permission]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
