import { isId, type ServiceAccountId } from '@roster/domain'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { FolderKanban } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { KeysOf } from '../keys/keys-of.tsx'
import { useHere } from '../organizations/here.ts'
import { NotFoundPage } from '../pages/not-found.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTitle } from '../pages/title.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { SectionAction } from '../ui/section-action.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { AccountAccess } from './account-access.tsx'
import { AccountFacts } from './account-facts.tsx'
import { accountSearch } from './search.ts'
import type { ServiceAccount } from './types.ts'

const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const EditAccountDialog = lazy(() =>
  import('./edit-dialog.tsx').then((file) => ({ default: file.EditAccountDialog })),
)
const RemoveAccountDialog = lazy(() =>
  import('./remove-dialog.tsx').then((file) => ({ default: file.RemoveAccountDialog })),
)
const PATH = '/$organization/settings/service-accounts/$serviceAccount'

/** One service account: who made it for what, what it may do and why, and its keys. */
export function ServiceAccountPage() {
  const { serviceAccount } = useParams({ from: `/signed-in${PATH}` })
  return isId('svc', serviceAccount) ? <Known key={serviceAccount} id={serviceAccount} /> : <NotFoundPage />
}

function Known({ id }: { id: ServiceAccountId }) {
  const { organization } = useHere()
  const found = trpc.serviceAccounts.get.useQuery({ organization, serviceAccount: id })
  if (refusalOf(found.error)?.code === 'not-found') return <NotFoundPage />
  if (found.data) return <Present account={found.data} />
  return found.error ? (
    <NotLoaded what="service account" error={found.error} onRetry={() => void found.refetch()} />
  ) : (
    <SkeletonLines lines={8} />
  )
}

function Present({ account }: { account: ServiceAccount }) {
  const { organization, here, may, whyNot } = useHere()
  const label = useProjectLabel()
  const { dialog } = useSearch({ from: `/signed-in${PATH}` })
  const navigate = useNavigate({ from: PATH })
  const open = (next: typeof dialog) =>
    void navigate({ to: '.', search: () => accountSearch({ dialog: next }), resetScroll: false })
  const close = () => open(undefined)
  const { name, member } = account
  const forbidden = whyNot('keys.manage')
  useTitle(`${name} · ${here.name}`)
  return (
    <>
      <PageHeader
        back={
          <TextLink link={{ to: '/$organization/settings/service-accounts', params: { organization } }}>
            Service accounts
          </TextLink>
        }
        title={<bdi>{name}</bdi>}
        subtitle={account.description || undefined}
        actions={
          <>
            <Button icon={FolderKanban} onClick={() => open('assign')}>
              Assign to {label.many}
            </Button>
            <Button onClick={() => open('edit')} disabledReason={forbidden}>
              Edit
            </Button>
          </>
        }
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <AccountFacts account={account} />
        <AccountAccess account={account} onEdit={() => open('edit')} whyNotEdit={forbidden} />
        {may('keys.manage') && (
          <KeysOf account={{ member, name }} whyNotMake={forbidden}>
            Make one for each place that {name} works from, so that each can be revoked by itself.
          </KeysOf>
        )}
        <Section title="Remove this service account" danger>
          <SectionAction
            action={
              <Button variant="danger" onClick={() => open('remove')} disabledReason={forbidden}>
                Remove service account
              </Button>
            }
          >
            Its roles and its keys end at once. There is no way back.
          </SectionAction>
        </Section>
      </div>
      <Suspense>
        {dialog === 'assign' && (
          <AssignDialog
            subjects={[{ kind: 'member', id: member, name }]}
            title={`Assign ${name} to ${label.many}`}
            onClose={close}
          />
        )}
        {dialog === 'edit' && may('keys.manage') && <EditAccountDialog account={account} onClose={close} />}
        {dialog === 'remove' && may('keys.manage') && (
          <RemoveAccountDialog account={account} onClose={close} />
        )}
      </Suspense>
    </>
  )
}
