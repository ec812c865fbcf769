import type { ProjectId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarSearch, Users } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { PAGE_SIZE, type PageSearch } from '../pages/list-search.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { AsOfBanner } from './as-of-banner.tsx'
import { AsOfButton } from './as-of-button.tsx'
import type { ProjectMemberThen } from './types.ts'
import { dayText } from './utc-day.ts'
import { Who } from './who.tsx'

type ProjectMembersAsOfProps = {
  project: { id: ProjectId; name: string }
  day: string
  search: PageSearch & { q?: string | undefined }
  onChange: (
    part: PageSearch & { q?: string | undefined; asOf?: string | undefined },
    how?: { replace?: boolean; toTop?: boolean },
  ) => void
}

/** Who was in a project on a day, in person and through groups as they were. */
export function ProjectMembersAsOf({ project, day, search, onChange }: ProjectMembersAsOfProps) {
  const { organization } = useHere()
  const { q, page = 1, size = PAGE_SIZE } = search
  const list = trpc.history.projectMembers.useQuery(
    { organization, project: project.id, asOf: day, search: q, page, pageSize: size },
    { placeholderData: keepPreviousData },
  )
  const [text, type] = useTyped(q ?? '', (typed) =>
    onChange({ q: typed || undefined, page: undefined }, { replace: true }),
  )
  const found = q !== undefined && !list.isPlaceholderData ? list.data?.total : undefined
  return (
    <>
      <AsOfBanner
        day={day}
        onBack={() => onChange({ asOf: undefined, page: undefined })}
        actions={
          <LinkButton
            size="small"
            link={{
              to: '/$organization/members/changes',
              params: { organization },
              search: { from: day, project: project.id },
            }}
          >
            What changed since
          </LinkButton>
        }
      >
        Who was in {project.name} when that day ended (UTC), in person and through groups as they were then.
      </AsOfBanner>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search name, email, username"
          value={text}
          onChange={type}
          result={found === undefined ? undefined : `${counted(found, 'person', 'people')} found`}
        />
        <AsOfButton day={day} onChange={(asOf) => onChange({ asOf, page: undefined })} />
      </div>
      {list.error && !list.data ? (
        <NotLoaded what="people" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <>
          <Table<ProjectMemberThen>
            caption={`People in ${project.name} as of ${dayText(day)}`}
            columns={columns(organization, day)}
            rows={list.data?.items}
            rowId={({ member }) => member}
            rowName={({ name }) => name}
            expected={5}
            refreshing={list.isPlaceholderData}
            empty={
              <EmptyState icon={CalendarSearch} title="Nobody was in it">
                When that day ended nobody had a role in {project.name}, in person or through a group.
              </EmptyState>
            }
          />
          <ListPager
            list={list.data && { ...list.data, totalIsCapped: false }}
            size={search.size}
            onTurn={(to) => onChange(to, { toTop: true })}
          />
        </>
      )}
    </>
  )
}

function columns(organization: string, day: string): readonly Column<ProjectMemberThen>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      phone: 'title',
      cell: (person) => (
        <Link
          to="/$organization/members/$member"
          params={{ organization, member: person.member }}
          search={{ asOf: day }}
          preload={false}
          className="group/person flex min-w-0 items-center gap-2.5 rounded-control"
        >
          <Who person={person} you={person.you} />
        </Link>
      ),
    },
    { id: 'role', header: 'Role then', width: 'w-28', cell: ({ role }) => <RoleBadge role={role} /> },
    {
      id: 'access',
      header: 'Access',
      cell: ({ direct, through }) => (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-muted">
          {direct && (
            <span>
              Direct, since <Time at={direct.since} as="date" />
            </span>
          )}
          {through.map(({ group, assignment }) => (
            <span key={assignment} className="flex min-w-0 items-center gap-1">
              <Users aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
              <span className="sr-only">through the group </span>
              <Name>{group.name}</Name>
            </span>
          ))}
        </span>
      ),
    },
    {
      id: 'left',
      header: 'Left since',
      width: 'w-28',
      from: 'lg',
      phone: 'hidden',
      cell: ({ leftAt }) => leftAt !== null && <Time at={leftAt} as="date" />,
    },
  ]
}
