import { mayUndo, Refusal, undoKind } from '@roster/domain'
import { Undo2 } from 'lucide-react'
import { PersonLink } from '../members/person-link.tsx'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { count } from '../ui/number.ts'
import { exactTime } from '../ui/time-text.ts'
import { ACTION_NAMES } from './actions.ts'
import { Changes } from './changes.tsx'
import { changesOf, plain } from './facts.ts'
import type { AuditItem, AuditPerson } from './types.ts'

type EntryDetailsProps = { item: AuditItem; organization: string; onUndo: () => void }

/** Everything an entry says: before and after, by whom and by which right, and its place in the chain. */
export function EntryDetails({ item, organization, onUndo }: EntryDetailsProps) {
  const { action, actor, key, target, allowedBy, at, sequence, hash, change, facts, labels } = item
  const changes = changesOf(item)
  const { may } = useHere()
  const name = target?.person?.name ?? target?.label
  return (
    <div className="flex flex-col gap-3">
      {changes.length > 0 && <Changes changes={changes} />}
      <DefinitionList
        items={[
          { term: 'What', value: `${ACTION_NAMES[action]} (${action})` },
          { term: 'When', value: exactTime(at) },
          {
            term: 'Who',
            value: actor ? <Person person={actor} /> : 'Nobody signed in, or Roster itself',
          },
          ...(key ? [{ term: 'With the API key', value: <bdi>{key.name}</bdi> }] : []),
          {
            term: 'Allowed by',
            value: allowedBy ? `The role ${allowedBy.role.name}` : 'Nothing: this needs no permission',
          },
          {
            term: 'Done to',
            value: target ? (
              <>
                {target.person ? <Person person={target.person} /> : name && <bdi>{name} </bdi>}
                <span className="block">
                  <Code>{target.id}</Code>
                </span>
              </>
            ) : (
              'Nothing in particular'
            ),
          },
          {
            term: 'Recorded facts',
            value: <Facts facts={facts} labels={labels} />,
          },
          { term: 'Entry', value: `Number ${count(sequence)} of the trail` },
          { term: 'Hash', value: <Code block>{hash}</Code> },
        ]}
      />
      {undoKind(action) && (
        <div className="flex flex-wrap items-center gap-3">
          {action === 'member.offboarded' && change && may('members.remove') && (
            <LinkButton link={{ to: '/$organization/offboarded/$change', params: { organization, change } }}>
              What ended, and the proof
            </LinkButton>
          )}
          <Button onClick={onUndo} disabledReason={tooLate(at)}>
            <Undo2 aria-hidden className="size-4" />
            Undo this change
          </Button>
        </div>
      )}
    </div>
  )
}

/** Why it cannot be undone any more, as the command would say it; undefined while it can. */
function tooLate(at: number): string | undefined {
  const verdict = mayUndo({ action: 'member.removed', at }, Date.now())
  return verdict instanceof Refusal ? verdict.message : undefined
}

function Person({ person: { user, name, username, email } }: { person: AuditPerson }) {
  return (
    <>
      {/* Whoever never was a member has no page here, and their address is not known either. */}
      {email ? <PersonLink person={{ user, name }} /> : <bdi className="font-medium">{name}</bdi>}
      {username && <span className="text-ink-muted"> @{username}</span>}
      {email && (
        <>
          {' '}
          <bdi dir="ltr" className="text-ink-muted">
            {email}
          </bdi>
        </>
      )}
    </>
  )
}

function Facts({ facts, labels }: Pick<AuditItem, 'facts' | 'labels'>) {
  const entries = Object.entries(facts)
  if (entries.length === 0) return 'None'
  return (
    <ul className="flex flex-col gap-1">
      {entries.map(([key, value]) => {
        const label = typeof value === 'string' ? labels[value] : undefined
        return (
          <li key={key}>
            <Code>{`${key}: ${plain(value)}`}</Code>
            {label && <bdi className="ml-1.5 text-ink-muted">{label}</bdi>}
          </li>
        )
      })}
    </ul>
  )
}
