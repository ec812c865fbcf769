import { Link } from '@tanstack/react-router'
import { ArrowRight, Users } from 'lucide-react'
import { RoleBadge } from '../members/role-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { CHANGE_WORDS } from './change-words.ts'
import type { Change } from './types.ts'
import { Who } from './who.tsx'

/** What is shown of a difference: who, what became of it, where, when it happened and by whom. */
export function changeColumns(organization: string, day: string): readonly Column<Change>[] {
  return [
    {
      id: 'who',
      header: 'Who',
      phone: 'title',
      cell: ({ person, member, subject }) =>
        person && member ? (
          <Link
            to="/$organization/members/$member"
            params={{ organization, member }}
            search={{ asOf: day }}
            preload={false}
            className="group/person flex min-w-0 items-center rounded-control"
          >
            <Who person={person} />
          </Link>
        ) : (
          subject && <Group name={subject.name} deleted={subject.deleted} />
        ),
    },
    {
      id: 'what',
      header: 'What changed',
      cell: ({ kind, from, to }) => (
        <span className="flex min-w-0 flex-wrap items-center gap-1.5">
          <Badge meaning={CHANGE_WORDS[kind].meaning}>
            {kind === 'project-role-gained' && from ? 'Role changed' : CHANGE_WORDS[kind].label}
          </Badge>
          {from && <RoleBadge role={from} />}
          {from && to && <ArrowRight aria-label="became" className="size-3.5 shrink-0 text-ink-faint" />}
          {to && <RoleBadge role={to} />}
        </span>
      ),
    },
    {
      id: 'where',
      header: 'Where',
      width: 'w-40',
      cell: ({ project, group }) =>
        project ? (
          <span className="flex min-w-0 items-baseline gap-1.5">
            <Name>{project.name}</Name>
            {project.deleted && <span className="text-ink-muted text-xs">deleted</span>}
          </span>
        ) : group ? (
          <Group name={group.name} deleted={group.deleted} />
        ) : (
          <span className="text-ink-muted">Organization</span>
        ),
    },
    { id: 'when', header: 'When', width: 'w-24', cell: ({ at }) => <Time at={at} as="date" /> },
    {
      id: 'by',
      header: 'By',
      width: 'w-32',
      from: 'lg',
      phone: 'hidden',
      cell: ({ by }) => by && <Name>{by.name}</Name>,
    },
  ]
}

function Group({ name, deleted }: { name: string; deleted: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Users aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">Group </span>
      <Name>{name}</Name>
      {deleted && <span className="text-ink-muted text-xs">deleted</span>}
    </span>
  )
}
