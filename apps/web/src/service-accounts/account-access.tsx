import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import type { Because } from '../assignments/types.ts'
import { whyNotManage } from '../assignments/why-panel.tsx'
import { AccessList } from '../members/person/access-list.tsx'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { ServiceAccount } from './types.ts'

const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const TakeAwayDialog = lazy(() =>
  import('../members/person/take-away-dialog.tsx').then((file) => ({ default: file.TakeAwayDialog })),
)

type AccountAccessProps = { account: ServiceAccount; onEdit: () => void; whyNotEdit: string | undefined }
type Open = { what: 'change' | 'take'; because: Because }

/** What a service account may do where, and why; each role can be changed where it is shown. */
export function AccountAccess({ account: { member, name }, onEdit, whyNotEdit }: AccountAccessProps) {
  const { organization } = useHere()
  const [open, setOpen] = useState<Open>()
  const access = trpc.assignments.effective.useQuery({ organization, member })
  const close = () => setOpen(undefined)
  const place = open?.because.project
  return (
    <Card title="Access" flush>
      {access.data ? (
        <AccessList
          effective={access.data}
          actionsOf={(because) =>
            because.project ? (
              <>
                <Button
                  size="small"
                  onClick={() => setOpen({ what: 'change', because })}
                  disabledReason={whyNotManage(access.data, because)}
                >
                  Change role
                </Button>
                <Button
                  size="small"
                  onClick={() => setOpen({ what: 'take', because })}
                  disabledReason={whyNotManage(access.data, because)}
                >
                  Take away
                </Button>
              </>
            ) : (
              <Button size="small" onClick={onEdit} disabledReason={whyNotEdit}>
                Change role
              </Button>
            )
          }
        />
      ) : (
        <div className="p-4">
          {access.error ? (
            <NotLoaded what="access" error={access.error} onRetry={() => void access.refetch()} />
          ) : (
            <SkeletonLines lines={4} />
          )}
        </div>
      )}
      <Suspense>
        {open?.what === 'change' && place && (
          <AssignDialog
            subjects={[{ kind: 'member', id: member, name }]}
            projects={[place]}
            title={`Change the role of ${name} in ${place.name}`}
            onClose={close}
          />
        )}
        {open?.what === 'take' && (
          <TakeAwayDialog person={{ member, name }} because={open.because} onClose={close} />
        )}
      </Suspense>
    </Card>
  )
}
