import { Inbox, Lock } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTitle } from '../pages/title.ts'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { RequestItem } from './request-item.tsx'
import { listInput } from './search.ts'
import { useRequestsSearch } from './use-requests-search.ts'

const AnswerDialog = lazy(() =>
  import('./answer-dialog.tsx').then((file) => ({ default: file.AnswerDialog })),
)

/** Who asks to be let in, into the organization or a project, for whoever may answer (O3). */
export function RequestsPage() {
  const { organization, here } = useHere()
  const { search, set } = useRequestsSearch()
  const { data, error, isPlaceholderData, refetch } = trpc.requests.list.useQuery(
    listInput(organization, search),
    {
      placeholderData: (before) => before,
    },
  )
  useTitle(`Requests · ${here.name}`)
  if (error) return <NotLoaded what="requests" error={error} onRetry={() => void refetch()} />
  if (data && !data.mayAnswer) return <Closed name={here.name} organization={organization} />
  const open = search.state === undefined
  const answering = data?.items.find(({ id }) => id === search.request)
  return (
    <>
      <PageHeader
        title="Requests"
        subtitle={
          <>
            People who ask to join <bdi>{here.name}</bdi> or what is in it, and what was answered.
          </>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Requests"
          tabs={[
            {
              label: 'Open',
              link: { to: '/$organization/requests', params: { organization } },
              count: open && data && !isPlaceholderData ? data.total : undefined,
              current: open,
            },
            {
              label: 'Closed',
              link: { to: '/$organization/requests', params: { organization }, search: { state: 'closed' } },
              current: !open,
            },
          ]}
        />
      </div>
      <Card flush>
        {!data ? (
          <div className="p-4">
            <SkeletonLines lines={4} />
          </div>
        ) : data.items.length === 0 ? (
          <EmptyState icon={Inbox} title={open ? 'Nothing waits for an answer' : 'Nothing was answered yet'}>
            {open
              ? 'When somebody asks to join, their request shows here with their reason.'
              : 'Requests that were approved, rejected or withdrawn stay here.'}
          </EmptyState>
        ) : (
          <ul aria-label={open ? 'Open requests' : 'Closed requests'} className="divide-y divide-line">
            {data.items.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                onAnswer={(answer) => set({ request: request.id, answer })}
              />
            ))}
          </ul>
        )}
      </Card>
      <ListPager list={data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
      {answering && search.answer && (
        <Suspense>
          <AnswerDialog
            key={`${answering.id} ${search.answer}`}
            request={answering}
            answer={search.answer}
            onClose={() => set({ request: undefined, answer: undefined })}
          />
        </Suspense>
      )}
    </>
  )
}

function Closed({ name, organization }: { name: string; organization: string }) {
  return (
    <ErrorPage
      icon={Lock}
      title="Requests are not yours to answer"
      next="Whoever may invite people, or decides about the members of a project, answers them."
      actions={
        <>
          <LinkButton link={{ to: '/account/requests' }}>See my requests</LinkButton>
          <LinkButton link={{ to: '/$organization', params: { organization } }}>Go to {name}</LinkButton>
        </>
      }
    />
  )
}
