import { PERMISSIONS, type Permission, type RoleLevel } from '@roster/domain'
import { ChevronRight } from 'lucide-react'
import { permissionGroups } from '../roles/subjects.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { count } from '../ui/number.ts'

type ScopePickerProps = {
  level: RoleLevel
  /** What can be chosen from. */
  allowed: readonly Permission[]
  /** Null for everything the role allows. */
  picked: ReadonlySet<Permission> | null
  onPick: (picked: ReadonlySet<Permission> | null) => void
  error?: string | undefined
}

/** What a key may do of all that its role allows; folded, since mostly that is everything. */
export function ScopePicker({ level, allowed, picked, onPick, error }: ScopePickerProps) {
  const has = (one: Permission) => picked === null || picked.has(one)
  const chosen = allowed.filter(has)
  function set(permissions: readonly Permission[], on: boolean) {
    const next = new Set(chosen)
    for (const one of permissions) {
      if (on) next.add(one)
      else next.delete(one)
    }
    onPick(next.size === allowed.length ? null : next)
  }
  return (
    <details className="group/scopes rounded-control border border-line">
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 px-3 py-1.5 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-faint transition-transform group-open/scopes:rotate-90"
        />
        <span className="min-w-0 flex-1 font-medium">Permissions</span>
        <span className="text-ink-muted tabular-nums">
          {picked === null ? 'All the role allows' : `${count(chosen.length)} of ${count(allowed.length)}`}
        </span>
      </summary>
      {permissionGroups(level).map(({ subject, title, permissions }) => {
        const offered = permissions.filter((one) => allowed.includes(one))
        if (offered.length === 0) return null
        const on = offered.filter(has).length
        return (
          <fieldset key={subject} className="border-line border-t">
            <legend className="sr-only">{title}</legend>
            <div className="bg-sunken px-3 py-0.5 font-medium text-sm">
              <Checkbox
                checked={on === offered.length}
                indeterminate={on > 0 && on < offered.length}
                onChange={(all) => set(offered, all)}
                label={
                  <>
                    {title}
                    <span className="sr-only">: everything</span>
                  </>
                }
              />
            </div>
            <div className={cx('grid gap-x-6 px-3 py-1.5', offered.length > 1 && 'sm:grid-cols-2')}>
              {offered.map((permission) => (
                <Checkbox
                  key={permission}
                  checked={has(permission)}
                  onChange={(checked) => set([permission], checked)}
                  label={PERMISSIONS[permission]}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
      {error && (
        <p role="alert" className="border-line border-t px-3 py-2 text-danger-ink text-sm">
          {error}
        </p>
      )}
    </details>
  )
}
