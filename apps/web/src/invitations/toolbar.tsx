import type { UserId } from '@roster/domain'
import { FilterX } from 'lucide-react'
import { ExportMenu } from '../exports/export-menu.tsx'
import { useTyped } from '../members/use-typed.ts'
import { dayStart } from '../ui/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { isNarrowed, NO_FILTERS, STATUSES, type StatusFilter } from './search.ts'
import { SentFilter } from './sent-filter.tsx'
import type { ListedRole } from './types.ts'
import { useInvitationsSearch } from './use-invitations-search.ts'

const LABELS = {
  open: 'All open',
  pending: 'Being sent',
  active: 'Active',
  expiring: 'Expires soon',
  expired: 'Expired',
  undeliverable: 'Undeliverable',
  accepted: 'Accepted',
  declined: 'Declined',
  revoked: 'Revoked',
  all: 'Open and closed',
} as const satisfies Record<StatusFilter, string>

type ToolbarProps = {
  roles: readonly ListedRole[]
  senders: readonly { user: UserId; name: string }[]
  /** How many the list has; undefined while that is not known. */
  found: number | undefined
}

/** Search while typing, and the filters, which combine freely (T22). */
export function Toolbar({ roles, senders, found }: ToolbarProps) {
  const { search, set } = useInvitationsSearch()
  const { q, status = 'open', sender, role, from, to } = search
  const [text, type] = useTyped(q ?? '', (next) =>
    set({ q: next || undefined, page: undefined }, { replace: true }),
  )
  const filtered = isNarrowed(search) || status !== 'open'
  const people = senders.map(({ user, name }) => ({ value: user, label: `By ${name}` }))

  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search email or username"
        value={text}
        onChange={type}
        result={
          filtered && found !== undefined ? `${counted(found, 'invitation', 'invitations')} found` : undefined
        }
      />
      <Select
        compact
        aria-label="Status"
        value={status}
        options={STATUSES.map((value) => ({ value, label: LABELS[value] }))}
        onChange={(next) => set({ status: next, page: undefined })}
      />
      <Select
        compact
        aria-label="Role"
        value={role ?? 'any'}
        options={[
          { value: 'any', label: 'Any role' },
          ...roles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(next) => set({ role: next === 'any' ? undefined : next, page: undefined })}
      />
      {/* Names can be long; the list shows them whole. */}
      <span className="flex max-w-40">
        <Select
          compact
          aria-label="Sender"
          value={sender ?? 'anyone'}
          options={[{ value: 'anyone', label: 'By anyone' }, ...people]}
          onChange={(next) => set({ sender: next === 'anyone' ? undefined : next, page: undefined })}
        />
      </span>
      <SentFilter from={from} to={to} onChange={(range) => set({ ...range, page: undefined })} />
      {filtered && (
        <IconButton icon={FilterX} label="Clear search and filters" onClick={() => set(NO_FILTERS)} />
      )}
      <ExportMenu
        of={{
          what: 'invitations',
          search: q,
          status,
          sender,
          role,
          from: from === undefined ? undefined : dayStart(from),
          to: to === undefined ? undefined : dayStart(to, 1),
        }}
        filtered={filtered}
      />
    </div>
  )
}
