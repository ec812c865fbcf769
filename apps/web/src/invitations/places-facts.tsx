import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Badge } from '../ui/badge.tsx'
import { counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { Listed } from './types.ts'

/** Where an invitation leads besides the organization, as its senders see it. */
export function PlacesFacts({
  row: { places, defaultProjects },
}: {
  row: Pick<Listed, 'places' | 'defaultProjects'>
}) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const { projects, groups, hidden } = places
  if (projects.length + groups.length + hidden === 0 && !defaultProjects) {
    return <span className="text-ink-faint">Nowhere else</span>
  }
  return (
    <ul className="flex flex-col gap-1">
      {projects.map(({ project, role, expiresAt }) => (
        <li key={project.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TextLink
            link={{ to: '/$organization/projects/$project', params: { organization, project: project.id } }}
          >
            <bdi>{project.name}</bdi>
          </TextLink>
          <Badge>{role.name}</Badge>
          {project.archived && <Badge meaning="warning">Archived: left out</Badge>}
          {expiresAt !== null && (
            <span className="text-ink-muted">
              until <Time at={expiresAt - 1} as="date" />
            </span>
          )}
        </li>
      ))}
      {groups.map(({ id, name }) => (
        <li key={id}>
          Group{' '}
          <TextLink link={{ to: '/$organization/groups/$group', params: { organization, group: id } }}>
            <bdi>{name}</bdi>
          </TextLink>
        </li>
      ))}
      {defaultProjects && <li>The default {label.many}</li>}
      {hidden > 0 && (
        <li className="text-ink-muted">{counted(hidden, 'place', 'places')} that you cannot see</li>
      )}
    </ul>
  )
}
