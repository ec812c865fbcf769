import { PERMISSIONS, type Permission, type RoleLevel } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { count } from '../ui/number.ts'
import { whyNotGrant } from './may.ts'
import { permissionGroups } from './subjects.ts'

type PermissionPickerProps = {
  level: RoleLevel
  picked: ReadonlySet<Permission>
  onPick: (picked: ReadonlySet<Permission>) => void
}

/** What a role is to allow, by subject. What the reader does not hold cannot be picked, and says why. */
export function PermissionPicker({ level, picked, onPick }: PermissionPickerProps) {
  const { here } = useHere()
  const set = (permissions: readonly Permission[], on: boolean) => {
    const next = new Set(picked)
    for (const permission of permissions) {
      if (on) next.add(permission)
      else next.delete(permission)
    }
    onPick(next)
  }
  return (
    <div className="overflow-clip rounded-control border border-line">
      {permissionGroups(level).map(({ subject, title, permissions }) => {
        const open = permissions.filter((one) => whyNotGrant(one, here.permissions) === undefined)
        const chosen = permissions.filter((one) => picked.has(one))
        const all = open.length > 0 && open.every((one) => picked.has(one))
        return (
          <fieldset key={subject} className="border-line border-b last:border-b-0">
            <legend className="sr-only">{title}</legend>
            <div className="flex items-center justify-between gap-3 bg-sunken px-3 py-0.5">
              <span className="font-medium text-sm">
                <Checkbox
                  checked={all}
                  indeterminate={chosen.length > 0 && !all}
                  onChange={(on) => set(open, on)}
                  label={
                    <>
                      {title}
                      <span className="sr-only">: everything</span>
                    </>
                  }
                  disabledReason={
                    open.length === 0
                      ? whyNotGrant(permissions[0] ?? 'roles.manage', here.permissions)
                      : undefined
                  }
                />
              </span>
              <span className="shrink-0 text-ink-muted text-xs tabular-nums">
                {count(chosen.length)} of {count(permissions.length)}
              </span>
            </div>
            <div className="grid gap-x-6 px-3 py-1.5 sm:grid-cols-2">
              {permissions.map((permission) => (
                <Checkbox
                  key={permission}
                  checked={picked.has(permission)}
                  onChange={(on) => set([permission], on)}
                  label={PERMISSIONS[permission]}
                  disabledReason={whyNotGrant(permission, here.permissions)}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}
