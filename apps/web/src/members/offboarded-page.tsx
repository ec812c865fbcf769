import { isId, mayUndo, Refusal } from '@roster/domain'
import { useParams } from '@tanstack/react-router'
import { Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { NotFoundPage } from '../pages/not-found.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { exactTime } from '../ui/time-text.ts'
import { OffboardEnded } from './offboard-ended.tsx'
import { OffboardEntries } from './offboard-entries.tsx'
import { PersonLink } from './person-link.tsx'

/** What an offboarding ended, out of the rows themselves, with the entries that prove it; made to be printed (D39). */
export function OffboardedPage() {
  const { change } = useParams({ from: '/signed-in/$organization/offboarded/$change' })
  return isId('chg', change) ? <Evidence change={change} /> : <NotFoundPage />
}

function Evidence({ change }: { change: `chg_${string}` }) {
  const { organization, here } = useHere()
  const [evidence] = trpc.members.offboardEvidence.useSuspenseQuery({ organization, change })
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const undoCall = useUndoCall()
  const { person, by, at } = evidence
  const name = person?.name ?? 'Somebody'
  useTitle(`Offboarding of ${name} · ${here.name}`)
  const verdict = mayUndo({ action: 'member.offboarded', at }, Date.now())

  async function undo() {
    setPending(true)
    await undoCall(change)
    setPending(false)
    setAsking(false)
  }

  return (
    <>
      <PageHeader
        back={<TextLink link={{ to: '/$organization/members', params: { organization } }}>Members</TextLink>}
        title={
          <>
            Offboarding of <bdi>{name}</bdi>
          </>
        }
        subtitle={
          <>
            {person ? <PersonLink person={person} /> : 'They'} left {here.name} on {exactTime(at)}
            {by && (
              <>
                , by <PersonLink person={by} />
              </>
            )}
            . All of this ended in one act.
          </>
        }
        actions={
          <span className="contents print:hidden">
            <CopyButton text={window.location.href} label="Copy link" variant="secondary" />
            <Button icon={Printer} onClick={() => window.print()}>
              Print
            </Button>
            <Button
              icon={Undo2}
              onClick={() => setAsking(true)}
              disabledReason={verdict instanceof Refusal ? verdict.message : undefined}
            >
              Undo
            </Button>
          </span>
        }
      />
      <OffboardEnded evidence={evidence} />
      <OffboardEntries evidence={evidence} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger={false}
        title={`Take the offboarding of ${name} back?`}
        confirmLabel="Undo offboarding"
        pending={pending}
        onConfirm={() => void undo()}
      >
        <p>
          Their membership, roles, places in groups and invitations come back as far as today’s rules let you
          give them. Sessions stay ended.
        </p>
      </ConfirmDialog>
    </>
  )
}
