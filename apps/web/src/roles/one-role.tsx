import { PERMISSIONS } from '@roster/domain'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { AllowedMark } from './allowed-mark.tsx'
import type { PermissionGroup } from './subjects.ts'
import type { ListedRole } from './types.ts'

type OneRoleProps = { roles: readonly ListedRole[]; groups: readonly PermissionGroup[]; own: string }

/** The matrix on a phone: one role at a time. It starts with the reader's own. */
export function OneRole({ roles, groups, own }: OneRoleProps) {
  const [id, setId] = useState(own)
  const role = roles.find((one) => one.id === id) ?? roles[0]
  if (!role) return null
  return (
    <div className="flex flex-col gap-4 sm:hidden">
      <Field label="Role">
        <Select
          value={role.id}
          options={roles.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setId}
        />
      </Field>
      {groups.map(({ subject, title, permissions }) => (
        <div key={subject} className="overflow-clip rounded-card border border-line bg-surface">
          <h3 className="border-line border-b bg-sunken px-4 py-2 font-semibold text-sm">{title}</h3>
          <ul className="divide-y divide-line text-sm">
            {permissions.map((permission) => (
              <li key={permission} className="flex items-center justify-between gap-3 px-4 py-2.5">
                <span className="min-w-0 text-pretty text-ink-muted">{PERMISSIONS[permission]}</span>
                <span className="shrink-0">
                  <AllowedMark allowed={role.permissions.includes(permission)} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
