import { RoleBadge } from '../members/role-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { GroupAccess } from './types.ts'

/** What the list of a group's access shows. */
export function accessColumns(organization: string): readonly Column<GroupAccess>[] {
  return [
    {
      id: 'where',
      header: 'Where',
      phone: 'title',
      cell: ({ project, role }) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 truncate">
            {project ? (
              <TextLink
                link={{
                  to: '/$organization/projects/$project',
                  params: { organization, project: project.id },
                }}
              >
                <bdi>{project.name}</bdi>
              </TextLink>
            ) : (
              'The organization'
            )}
          </span>
          {project?.archived && <Badge>Archived</Badge>}
          <span className="shrink-0 sm:hidden">
            <RoleBadge role={role} />
          </span>
        </span>
      ),
    },
    {
      id: 'role',
      header: 'Role',
      width: 'w-32',
      phone: 'hidden',
      cell: ({ role }) => <RoleBadge role={role} />,
    },
    {
      id: 'why',
      header: 'Why',
      cell: ({ way, by, since, expiresAt }) => (
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-1 text-ink-muted">
          {way.length === 0 ? 'Directly,' : 'Through '}
          {way.map(({ id, name }, index) => (
            <span key={id} className="inline-flex min-w-0 max-w-full items-baseline">
              {index > 0 && <span aria-hidden>→&nbsp;</span>}
              <TextLink link={{ to: '/$organization/groups/$group', params: { organization, group: id } }}>
                <Name>{name}</Name>
              </TextLink>
              {index === way.length - 1 && ','}
            </span>
          ))}
          <span>
            {by ? (
              <>
                by <bdi>{by.name}</bdi> on{' '}
              </>
            ) : (
              'since '
            )}
            <Time at={since} as="date" />
            {expiresAt !== null && (
              <span className="sm:hidden">
                {' '}
                until <Time at={expiresAt} as="date" />
              </span>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'until',
      header: 'Until',
      width: 'w-32',
      phone: 'hidden',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <span className="text-ink-faint">no end</span>
        ) : (
          <Time at={expiresAt} as="date" />
        ),
    },
  ]
}
