import { Lock, ShieldCheck } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { ExportMenu } from '../exports/export-menu.tsx'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AuditList } from './audit-list.tsx'
import { Recipe } from './recipe.tsx'
import { isFiltered, listInput } from './search.ts'
import { useAuditSearch } from './use-audit-search.ts'
import { VerificationResult } from './verification.tsx'

/** Who did what, to whom, when and by which right, and whether the record is whole (D30). */
export function AuditPage() {
  const { organization, here, whyNot } = useHere()
  useTitle(`Audit · ${here.name}`)
  const refused = whyNot('audit.read')
  if (refused) {
    return (
      <ErrorPage
        icon={Lock}
        title="The audit trail is not open to you"
        next={refused}
        actions={
          <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {here.name}</LinkButton>
        }
      />
    )
  }
  return <Trail organization={organization} chain={here.id} name={here.name} />
}

function Trail({ organization, chain, name }: { organization: string; chain: string; name: string }) {
  // Asked by the button only: it reads the whole trail.
  const verify = trpc.audit.verify.useQuery({ organization }, { enabled: false, gcTime: 0 })
  return (
    <>
      <PageHeader
        title="Audit"
        subtitle={
          <>
            Every change of people, roles, invitations and settings in <bdi>{name}</bdi>.
          </>
        }
        actions={
          <>
            <ExportTrail organization={organization} />
            <Button icon={ShieldCheck} pending={verify.isFetching} onClick={() => void verify.refetch()}>
              Verify the trail
            </Button>
          </>
        }
      />
      {verify.error && (
        <div className="mb-4">
          <Callout meaning="danger" announced title="The trail could not be verified">
            {sentenceOf(verify.error)}
          </Callout>
        </div>
      )}
      {verify.data && !verify.error && (
        <div className="mb-4">
          <VerificationResult verdict={verify.data} at={verify.dataUpdatedAt} />
        </div>
      )}
      <AuditList organization={organization} />
      <Recipe chain={chain} />
    </>
  )
}

function ExportTrail({ organization }: { organization: string }) {
  const { search } = useAuditSearch()
  const { person, action, from, to } = listInput(organization, search)
  return <ExportMenu of={{ what: 'audit', person, action, from, to }} filtered={isFiltered(search)} />
}
