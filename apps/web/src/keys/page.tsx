import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { KeyRound, Plus } from 'lucide-react'
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
import { Select } from '../ui/select.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { KeyList } from './key-list.tsx'
import { type KeysSearch, keysSearch, listInput } from './search.ts'

const CreateKeyDialog = lazy(() =>
  import('./create-key-dialog.tsx').then((file) => ({ default: file.CreateKeyDialog })),
)

/** The keys of the organization (T28): one's own, and everybody's to whoever keeps them. */
export function KeysPage() {
  const { organization, here, may, whyNot } = useHere()
  const search = useSearch({ from: '/signed-in/$organization/settings/keys' })
  const navigate = useNavigate({ from: '/$organization/settings/keys' })
  const set = (part: KeysSearch) =>
    void navigate({ to: '.', search: (before) => keysSearch({ ...before, ...part }) })
  const list = trpc.keys.list.useQuery(listInput(organization, search), { placeholderData: keepPreviousData })
  const create = () => set({ create: true })
  useTitle(`API keys · ${here.name}`)
  const action = (
    <Button variant="primary" icon={Plus} onClick={create} disabledReason={whyNot('keys.create')}>
      New key
    </Button>
  )
  return (
    <SettingsPages>
      <p className="mb-4 max-w-prose text-pretty text-ink-muted text-sm">
        With a key, a program may do over the API what you may do here, as far as the key allows.
      </p>
      <Card
        title="API keys"
        flush
        actions={
          <>
            {may('keys.manage') && (
              <Select
                compact
                aria-label="Whose keys"
                value={search.mine ? 'mine' : 'all'}
                options={[
                  { value: 'all', label: 'Everybody’s' },
                  { value: 'mine', label: 'Mine' },
                ]}
                onChange={(whose) => set({ mine: whose === 'mine' ? true : undefined, page: undefined })}
              />
            )}
            {list.data && list.data.total > 0 && action}
          </>
        }
      >
        {list.data && (
          <KeyList
            keys={list.data.items}
            empty={
              <EmptyState
                icon={KeyRound}
                title={search.mine ? 'You have no API keys yet' : 'No API keys yet'}
                action={action}
              >
                Make one for a script, a build or another system that is to work with {here.name}.
              </EmptyState>
            }
          />
        )}
        {!list.data && (
          <div className="p-4">
            {list.error ? (
              <NotLoaded what="API keys" error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <SkeletonLines lines={5} />
            )}
          </div>
        )}
      </Card>
      <ListPager list={list.data && { ...list.data, totalIsCapped: false }} size={search.size} onTurn={set} />
      {search.create && may('keys.create') && (
        <Suspense>
          <CreateKeyDialog onClose={() => set({ create: undefined })} />
        </Suspense>
      )}
    </SettingsPages>
  )
}
