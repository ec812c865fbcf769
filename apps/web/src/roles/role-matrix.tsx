import { PERMISSIONS } from '@roster/domain'
import { Name } from '../ui/name.tsx'
import { AllowedMark } from './allowed-mark.tsx'
import type { PermissionGroup } from './subjects.ts'
import type { ListedRole } from './types.ts'

type RoleMatrixProps = { roles: readonly ListedRole[]; groups: readonly PermissionGroup[] }

const FIRST = 'sticky left-0 z-10 border-line border-r border-b px-4 text-left'

/** Role by permission, for windows with room for it; the first column stays while the roles scroll. */
export function RoleMatrix({ roles, groups }: RoleMatrixProps) {
  return (
    <section
      aria-label="Roles and permissions, a table that scrolls"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface max-sm:hidden"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">What each role allows</caption>
        <thead>
          <tr className="h-10">
            <th scope="col" className={`${FIRST} bg-sunken font-medium text-ink-muted text-xs`}>
              Permission
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                className="w-26 min-w-26 max-w-40 border-line border-b bg-sunken px-3 text-center font-medium text-xs"
              >
                <Name>{role.name}</Name>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ subject, title, permissions }) => (
          <tbody key={subject} className="group/subject">
            <tr className="h-11">
              <th scope="rowgroup" className={`${FIRST} bg-surface pb-1.5 align-bottom font-semibold`}>
                {title}
              </th>
              <td colSpan={roles.length} className="border-line border-b" />
            </tr>
            {permissions.map((permission) => (
              <tr key={permission} className="group/line h-9 hover:bg-hover">
                <th
                  scope="row"
                  className={`${FIRST} min-w-64 bg-surface py-1.5 text-pretty font-normal text-ink-muted group-hover/line:bg-hover group-last/subject:group-last/line:border-b-0`}
                >
                  {PERMISSIONS[permission]}
                </th>
                {roles.map((role) => (
                  <td
                    key={role.id}
                    className="border-line border-b text-center group-last/subject:group-last/line:border-b-0"
                  >
                    <AllowedMark allowed={role.permissions.includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
