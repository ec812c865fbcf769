import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bot, Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { AccountRow } from './account-row.tsx'
import { type AccountsSearch, accountsSearch, listInput } from './search.ts'

const CreateAccountDialog = lazy(() =>
  import('./create-dialog.tsx').then((file) => ({ default: file.CreateAccountDialog })),
)

/** The members of the organization that are no people (I17). */
export function ServiceAccountsPage() {
  const { organization, here, may, whyNot } = useHere()
  const search = useSearch({ from: '/signed-in/$organization/settings/service-accounts' })
  const navigate = useNavigate({ from: '/$organization/settings/service-accounts' })
  const set = (part: AccountsSearch) =>
    void navigate({ to: '.', search: (before) => accountsSearch({ ...before, ...part }) })
  const list = trpc.serviceAccounts.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  useTitle(`Service accounts · ${here.name}`)
  const action = (
    <Button
      variant="primary"
      icon={Plus}
      onClick={() => set({ create: true })}
      disabledReason={whyNot('keys.manage')}
    >
      New service account
    </Button>
  )
  return (
    <SettingsPages>
      <p className="mb-4 max-w-prose text-pretty text-ink-muted text-sm">
        They hold roles as people do, come in by their keys only, and stay when people go.
      </p>
      <Card title="Service accounts" flush actions={list.data && list.data.total > 0 && action}>
        {list.data && list.data.items.length > 0 && (
          <ul className="divide-y divide-line">
            {list.data.items.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </ul>
        )}
        {list.data?.items.length === 0 && (
          <EmptyState icon={Bot} title="No service accounts yet" action={action}>
            Make one for a build, a nightly job or another product that works with {here.name} on nobody’s
            behalf.
          </EmptyState>
        )}
        {!list.data && (
          <div className="p-4">
            {list.error ? (
              <NotLoaded what="service accounts" error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <SkeletonLines lines={5} />
            )}
          </div>
        )}
      </Card>
      <ListPager list={list.data && { ...list.data, totalIsCapped: false }} size={search.size} onTurn={set} />
      {search.create && may('keys.manage') && (
        <Suspense>
          <CreateAccountDialog onClose={() => set({ create: undefined })} />
        </Suspense>
      )}
    </SettingsPages>
  )
}
