import { KeyRound, Plus } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { KeyList } from './key-list.tsx'
import type { KeyAt, KeyFor } from './types.ts'

const CreateKeyDialog = lazy(() =>
  import('./create-key-dialog.tsx').then((file) => ({ default: file.CreateKeyDialog })),
)

/** More than one may have. */
const MOST_LISTED = 100

type KeysOfProps = {
  /** Those of a service account. */
  account?: KeyFor | undefined
  /** Those of one project. */
  at?: KeyAt | undefined
  /** Why none can be made here. */
  whyNotMake: string | undefined
  /** What the first one would be for. */
  children: ReactNode
}

/** The keys of something, on its own page. */
export function KeysOf({ account, at, whyNotMake, children }: KeysOfProps) {
  const { organization } = useHere()
  const [making, setMaking] = useState(false)
  const list = trpc.keys.list.useQuery({
    ...{ organization, pageSize: MOST_LISTED },
    ...(account && { for: account.member }),
    ...(at && { project: at.id }),
  })
  const action = (
    <Button size="small" icon={Plus} onClick={() => setMaking(true)} disabledReason={whyNotMake}>
      New key
    </Button>
  )
  return (
    <Card title="API keys" flush actions={action}>
      {list.data ? (
        <KeyList
          keys={list.data.items}
          hideOwner={account !== undefined}
          empty={
            <EmptyState icon={KeyRound} title="No API keys yet">
              {children}
            </EmptyState>
          }
        />
      ) : (
        <div className="p-4">
          {list.error ? (
            <NotLoaded what="API keys" error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <SkeletonLines lines={3} />
          )}
        </div>
      )}
      {making && (
        <Suspense>
          <CreateKeyDialog account={account} at={at} onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </Card>
  )
}
