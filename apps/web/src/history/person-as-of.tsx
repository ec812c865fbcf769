import { RoleBadge } from '../members/role-badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import { Allowed } from './allowed.tsx'
import type { PersonThen } from './types.ts'
import { Way } from './way.tsx'

/** What somebody held on a day: their role, their groups and projects, and what all that allows. */
export function PersonAsOf({ then }: { then: PersonThen }) {
  const { wasMember, joinedAt, leftAt, roles, permissions, groups, projects, hidden } = then
  if (!wasMember) {
    return (
      <Callout title="Not a member on that day">
        Their membership {joinedAt > then.at ? 'began ' : 'lasted from '}
        <Time at={joinedAt} as="date" />
        {leftAt !== null && (
          <>
            {' '}
            to <Time at={leftAt} as="date" />
          </>
        )}
        .
      </Callout>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <DefinitionList
        items={[
          {
            term: 'In the organization',
            value: (
              <div className="flex flex-col gap-1.5">
                {roles.map((role) => (
                  <Way key={role.assignment} way={role} />
                ))}
                <Allowed permissions={permissions} />
              </div>
            ),
          },
          { term: 'Joined', value: <Time at={joinedAt} as="date" /> },
          ...(leftAt === null ? [] : [{ term: 'Left since', value: <Time at={leftAt} as="date" /> }]),
          {
            term: 'Groups',
            value:
              groups.length === 0 ? (
                <span className="text-ink-faint">none</span>
              ) : (
                <ul className="flex flex-col gap-1">
                  {groups.map(({ group, manager, since }) => (
                    <li key={group.id} className="flex flex-wrap items-baseline gap-x-1.5">
                      <Name>{group.name}</Name>
                      <span className="text-ink-muted text-xs">
                        {manager && 'manager, '}
                        {group.deleted && 'deleted since, '}since <Time at={since} as="date" />
                      </span>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            term: 'Projects',
            value:
              projects.length === 0 ? (
                <span className="text-ink-faint">none in person or through a group</span>
              ) : (
                <ul className="flex flex-col gap-3">
                  {projects.map(({ project, role, roles: ways, permissions: allowed }) => (
                    <li key={project.id} className="flex flex-col gap-1">
                      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                        <Name strong>{project.name}</Name>
                        {ways.length > 1 && <RoleBadge role={role} />}
                        {project.deleted && <span className="text-ink-muted text-xs">deleted since</span>}
                      </span>
                      {ways.map((way) => (
                        <Way key={`${way.assignment} ${way.group?.id}`} way={way} />
                      ))}
                      <Allowed permissions={allowed} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {hidden > 0 && (
        <p className="text-ink-muted text-sm">
          They also had access to {counted(hidden, 'project', 'projects')} that you cannot see.
        </p>
      )}
    </div>
  )
}
