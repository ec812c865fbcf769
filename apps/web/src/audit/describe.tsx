import type { AuditAction } from '@roster/domain'
import type { ReactNode } from 'react'
import { counted } from '../ui/number.ts'
import { dateText } from '../ui/time-text.ts'
import { ACCESS_SENTENCES, PROCESS_SENTENCES } from './access-sentences.tsx'
import { ACCOUNT_SENTENCES, type Sentence } from './account-sentences.tsx'
import { settingName } from './facts.ts'
import { actorOf, Named, roleOf, targetOf, toThemself } from './names.tsx'
import { PROGRAM_SENTENCES } from './program-sentences.tsx'
import type { AuditItem } from './types.ts'

/** What happened, in a sentence: "Ada Lovelace changed the role of Grace Hopper from Member to Admin". */
export function describe(item: AuditItem): ReactNode {
  return SENTENCES[item.action](item)
}

const withInvitation =
  (did: string, after = ''): Sentence =>
  (item) => (
    <>
      {actorOf(item)} {did} {targetOf(item)}
      {after}
    </>
  )

const withRole =
  (did: string): Sentence =>
  (item) => (
    <>
      {actorOf(item)} {did} {item.target?.label ? <>the role {targetOf(item)}</> : 'a role'}
    </>
  )

const SENTENCES: Record<AuditAction, Sentence> = {
  ...ACCOUNT_SENTENCES,
  ...ACCESS_SENTENCES,
  ...PROCESS_SENTENCES,
  ...PROGRAM_SENTENCES,

  'organization.created': (item) => (
    <>
      {actorOf(item)} created the organization {recordedName(item)}
    </>
  ),
  'organization.updated': (item) => (
    <>
      {actorOf(item)} changed {settingName(item.facts.field)}
    </>
  ),
  'organization.restored': (item) => (
    <>{actorOf(item)} restored everything from a backup, as it was at an earlier time</>
  ),
  'organization.deleted': (item) => (
    <>
      {actorOf(item)} deleted the organization {recordedName(item)}
    </>
  ),

  'member.joined': (item) =>
    item.byOperator ? (
      <>
        {actorOf(item)} made {targetOf(item)} a member as {roleOf(item, 'role', 'role_name')}
      </>
    ) : (
      <>
        {targetOf(item, 'Somebody')} joined as {roleOf(item, 'role', 'role_name')}
      </>
    ),
  'member.updated': (item) => (
    <>
      {actorOf(item)} changed {changedDetails(item)} of {toThemself(item) ? 'themself' : targetOf(item)}
    </>
  ),
  'member.role-changed': (item) => (
    <>
      {actorOf(item)} changed {toThemself(item) ? 'their own role' : <>the role of {targetOf(item)}</>} from{' '}
      {roleOf(item, 'from_role', 'from_name')} to {roleOf(item, 'to_role', 'to_name')}
    </>
  ),
  'member.removed': (item) => (
    <>
      {actorOf(item)} removed {targetOf(item)}, who was {roleOf(item, 'role', 'role_name')}
    </>
  ),
  'member.left': (item) => (
    <>
      {targetOf(item, 'Somebody')} left{item.facts.account_deleted === true && ' by deleting their account'}
    </>
  ),
  'member.password-reset-sent': (item) => (
    <>
      {actorOf(item)} sent {targetOf(item)} a mail to choose a new password
    </>
  ),
  'member.sessions-ended': (item) => (
    <>
      {actorOf(item)} signed {targetOf(item)} out everywhere
    </>
  ),
  'member.ownership-transferred': (item) => (
    <>
      {actorOf(item)} made {targetOf(item)} an owner
      {item.facts.own_role !== item.facts.to_role && (
        <> and became {roleOf(item, 'own_role', 'own_name')} themself</>
      )}
    </>
  ),

  'member.offboarded': (item) => (
    <>
      {actorOf(item)} offboarded {targetOf(item)}, who was {roleOf(item, 'role', 'role_name')}
    </>
  ),

  'invitation.sent': (item) => (
    <>
      {actorOf(item)} invited {targetOf(item)} as {roleOf(item, 'role')}
    </>
  ),
  'invitation.resent': withInvitation('sent the invitation of', ' again'),
  'invitation.extended': (item) => (
    <>
      {actorOf(item)} extended the invitation of {targetOf(item)} {until(item.facts.to, item.at)}
    </>
  ),
  'invitation.edited': (item) => (
    <>
      {actorOf(item)}{' '}
      {typeof item.facts.to === 'string' ? (
        <>
          changed the role in the invitation of {targetOf(item)} from {roleOf(item, 'from')} to{' '}
          {roleOf(item, 'to')}
        </>
      ) : (
        <>changed where the invitation of {targetOf(item)} leads</>
      )}
    </>
  ),
  'invitation.link-copied': withInvitation('copied the link of the invitation of'),
  'invitation.superseded': (item) => (
    <>
      A new invitation by {actorOf(item)} took the place of the one to {targetOf(item)}
    </>
  ),
  'invitation.revoked': withInvitation('revoked the invitation of'),
  'invitation.deleted': withInvitation('deleted the expired invitation of'),
  'invitation.opened': (item) => <>The invitation of {targetOf(item)} was opened</>,
  'invitation.accepted': (item) => (
    <>
      {actorOf(item)} accepted the invitation to {targetOf(item)}
    </>
  ),
  'invitation.declined': (item) => (
    <>
      {actorOf(item, 'The invitee')} declined the invitation to {targetOf(item)}
      {item.facts.account_deleted === true && ' by deleting their account'}
    </>
  ),

  'invitation.handed-over': withInvitation('took over the invitation of'),
  'invitation.reminded': (item) => (
    <>{targetOf(item, 'Somebody')} was reminded of the invitation before it expires</>
  ),
  'invitation.purged': (item) => (
    <>Roster removed the personal data of {count(item)} that were closed long ago</>
  ),

  'role.created': withRole('created'),
  'role.updated': withRole('changed'),
  'role.deleted': withRole('deleted'),
}

/** An organization as it was called then. */
function recordedName({ facts, target }: AuditItem): ReactNode {
  const name = typeof facts.name === 'string' ? facts.name : target?.label
  return name && <Named>{name}</Named>
}

function count({ facts }: AuditItem): string {
  const { invitations } = facts
  if (typeof invitations !== 'number') return 'invitations'
  return counted(invitations, 'invitation', 'invitations')
}

function changedDetails({ facts }: AuditItem): string {
  const changed = Array.isArray(facts.changed) ? facts.changed : []
  const title = changed.includes('title')
  if (changed.includes('display_name')) return title ? 'the title and the display name' : 'the display name'
  return 'the title'
}

function until(to: AuditItem['facts'][string] | undefined, at: number): ReactNode {
  if (typeof to !== 'number') return 'for ever'
  return (
    <>
      until <Named>{dateText(to, at)}</Named>
    </>
  )
}
