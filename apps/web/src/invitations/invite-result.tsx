import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import type { Entry } from './draft.ts'
import { ResultRow } from './result-row.tsx'
import type { Sent } from './sending.ts'

/** Rows at first: a list of thousands would take its time. */
const SHOWN_AT_FIRST = 100

type InviteResultProps = {
  results: readonly Sent[]
  /** Back to the form, with these in it. */
  onMore: (entries: readonly Entry[]) => void
  onClose: () => void
}

/** What became of each recipient, those first who were not invited, with the link of those who were. */
export function InviteResult({ results, onMore, onClose }: InviteResultProps) {
  const { here } = useHere()
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const [all, setAll] = useState(false)

  const refused = results.filter(({ outcome }) => outcome === 'refused')
  const invited = results.filter((result) => result.outcome !== 'refused')
  const mendable = results.flatMap((one) => (one.outcome === 'refused' && one.mendable ? [one.entry] : []))
  const sorted = [...refused, ...invited]
  const shown = all ? sorted : sorted.slice(0, SHOWN_AT_FIRST)
  const links = invited.map(({ entry, link }) => `${entry.text}\t${link}`).join('\n')

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={
        invited.length === 0
          ? 'Nobody was invited'
          : `${counted(invited.length, 'person', 'people')} invited to ${here.name}`
      }
      description={invited.length > 0 && mail !== 'none' && 'The mails are on their way.'}
      footer={
        <>
          {mendable.length > 0 && (
            <Button onClick={() => onMore(mendable)}>
              Correct {mendable.length === 1 ? 'the one' : `the ${count(mendable.length)}`} not invited
            </Button>
          )}
          <span className="flex-1" />
          <Button onClick={() => onMore([])}>Invite more</Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {mail === 'none' && invited.length > 0 && (
          <Callout meaning="warning" title="No mail was sent">
            Mail is not set up on this server. Copy each link and hand it over yourself.
          </Callout>
        )}
        {mail === 'mailbox' && invited.length > 0 && (
          <Callout>
            This Roster runs for development. Its mail lands in{' '}
            <TextLink newTab link={{ to: '/mailbox' }}>
              the mailbox
            </TextLink>
            .
          </Callout>
        )}
        <div>
          <div className="mb-1.5 flex min-h-7 flex-wrap items-center justify-between gap-2 text-sm">
            <p role="status" className="text-ink-muted">
              {[
                invited.length > 0 && `${count(invited.length)} invited`,
                refused.length > 0 && `${count(refused.length)} not invited`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {invited.length > 1 && <CopyButton text={links} label="Copy all links" />}
          </div>
          <ul aria-label="Results" className="divide-y divide-line rounded-control border border-line">
            {shown.map((result) => (
              <ResultRow key={result.entry.key} result={result} />
            ))}
          </ul>
          {shown.length < sorted.length && (
            <div className="mt-2 text-center">
              <Button size="small" variant="quiet" onClick={() => setAll(true)}>
                Show all {count(sorted.length)}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Dialog>
  )
}
