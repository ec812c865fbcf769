import { keepPreviousData } from '@tanstack/react-query'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { PAGE_SIZE } from '../pages/list-search.ts'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Pager } from '../ui/pager.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { HolderRow } from './holder-row.tsx'
import type { HolderKind } from './search.ts'
import type { ListedRole } from './types.ts'
import { useRolesSearch } from './use-roles-search.ts'

const NOBODY = {
  people: 'No person holds it directly.',
  groups: 'No group holds it.',
  invitations: 'No open invitation gives it.',
} as const satisfies Record<HolderKind, string>

/** Who holds a role, and where: people, groups, and invitations that are still open. */
export function HoldersDialog({ role, onClose }: { role: ListedRole; onClose: () => void }) {
  const { organization, may } = useHere()
  const { search, set } = useRolesSearch()
  const kind: HolderKind = search.kind ?? 'people'
  const holders = trpc.roles.holders.useQuery(
    { organization, role: role.id, kind, page: search.page ?? 1 },
    { placeholderData: keepPreviousData },
  )
  const tab = (label: string, of: HolderKind, count: number) => ({
    label,
    count,
    current: kind === of,
    link: {
      to: '/$organization/roles' as const,
      params: { organization },
      search: { ...search, kind: of === 'people' ? undefined : of, page: undefined },
    },
  })
  const people = role.members + role.places
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      title={
        <>
          Who holds <bdi>{role.name}</bdi>
        </>
      }
    >
      <div className="flex min-h-64 flex-col gap-4">
        <Tabs
          label="Holders"
          tabs={[
            tab('People', 'people', people),
            ...(may('groups.read') ? [tab('Groups', 'groups', role.groups)] : []),
            ...(may('invitations.read') ? [tab('Invitations', 'invitations', role.invitations)] : []),
          ]}
        />
        {holders.error && <Callout meaning="danger">{sentenceOf(holders.error)}</Callout>}
        {holders.isPending && <SkeletonLines lines={4} />}
        {holders.data?.items.length === 0 && (
          <p className="py-6 text-center text-ink-muted text-sm">{NOBODY[kind]}</p>
        )}
        {holders.data && holders.data.items.length > 0 && (
          <ul className="divide-y divide-line rounded-control border border-line">
            {holders.data.items.map((holder) => (
              <HolderRow key={holder.assignment} holder={holder} organization={organization} />
            ))}
          </ul>
        )}
        {holders.data && holders.data.total > PAGE_SIZE && (
          <Pager
            page={holders.data.page}
            pageSize={PAGE_SIZE}
            total={holders.data.total}
            totalIsCapped={holders.data.totalIsCapped}
            onPage={(page) => set({ page })}
          />
        )}
      </div>
    </Dialog>
  )
}
