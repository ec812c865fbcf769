import type { AuditAction } from '@roster/domain'
import type { ReactNode } from 'react'
import { count } from '../ui/number.ts'
import { dateText } from '../ui/time-text.ts'
import type { Sentence } from './account-sentences.tsx'
import { actorOf, factName, Named, roleOf, targetOf } from './names.tsx'
import type { AuditItem } from './types.ts'

type About<Subject extends string> = Extract<AuditAction, `${Subject}.${string}`>

/** Somebody did something to what the entry is about. */
const did =
  (verb: string, what = '', after = ''): Sentence =>
  (item) => (
    <>
      {actorOf(item)} {verb} {what && `${what} `}
      {targetOf(item, 'something')}
      {after}
    </>
  )

/** How many rows of an import came to what; what none came to is left out. */
function came({ facts }: AuditItem): string {
  const said = [
    ['invited', 'invited'],
    ['reinvited', 'invited again'],
    ['assigned', 'assigned'],
    ['unchanged', 'unchanged'],
    ['refused', 'refused'],
  ].flatMap(([fact = '', word = '']) => {
    const many = facts[fact]
    return typeof many === 'number' && many > 0 ? [`${count(many)} ${word}`] : []
  })
  return said.length > 0 ? `: ${said.join(', ')}` : ''
}

const project = (item: AuditItem): ReactNode => (
  <Named>{factName(item, 'project') ?? 'a project that is gone'}</Named>
)
const group = (item: AuditItem): ReactNode => (
  <Named>{factName(item, 'group') ?? 'a group that is gone'}</Named>
)
const expiry = ({ facts, at }: AuditItem): ReactNode =>
  typeof facts.expires_at === 'number' && (
    <>
      {' '}
      until <Named>{dateText(facts.expires_at, at)}</Named>
    </>
  )
/** At a project, or at the whole organization. */
const where = (item: AuditItem): ReactNode =>
  typeof item.facts.project === 'string' ? <>in {project(item)}</> : 'in the organization'

const CHANGED: Readonly<Record<string, string>> = {
  name: 'the name',
  description: 'the description',
  visibility: 'who knows',
  defaultRole: 'the default role',
}
const changedOf = ({ facts }: AuditItem): string =>
  (typeof facts.field === 'string' && CHANGED[facts.field]) || 'something'

/** Sentences about projects, groups, and who holds which role in them. */
export const ACCESS_SENTENCES: Record<About<'project' | 'group' | 'assignment'>, Sentence> = {
  'project.created': did('created', 'the project'),
  'project.updated': (item) => (
    <>
      {actorOf(item)} changed {changedOf(item)} of the project {targetOf(item, 'something')}
    </>
  ),
  'project.archived': did('archived', 'the project'),
  'project.restored': did('restored', 'the project'),
  'project.deleted': did('deleted', 'the project'),
  'project.transferred': (item) => (
    <>
      {actorOf(item)} made {targetOf(item)} the owner of {project(item)}
    </>
  ),

  'group.created': did('created', 'the group'),
  'group.updated': did('changed', 'the group'),
  'group.deleted': did('deleted', 'the group'),
  'group.member-added': (item) => (
    <>
      {actorOf(item)} put {targetOf(item)} into {group(item)}
    </>
  ),
  'group.member-removed': (item) => (
    <>
      {actorOf(item)} took {targetOf(item)} out of {group(item)}
    </>
  ),
  'group.member-changed': (item) => (
    <>
      {actorOf(item)} {item.facts.after === true ? 'made' : 'no longer has'} {targetOf(item)}{' '}
      {item.facts.after === true ? 'a manager of' : 'as a manager of'} {group(item)}
    </>
  ),

  'assignment.given': (item) => (
    <>
      {actorOf(item)} made {targetOf(item)} {roleOf(item, 'role', 'role_name')} {where(item)}
      {expiry(item)}
    </>
  ),
  'assignment.changed': (item) => (
    <>
      {actorOf(item)} changed {targetOf(item)} from {roleOf(item, 'from_role', 'from_name')} to{' '}
      {roleOf(item, 'to_role', 'to_name')} {where(item)}
      {expiry(item)}
    </>
  ),
  'assignment.ended': (item) => (
    <>
      {actorOf(item)} took {roleOf(item, 'role', 'role_name')} {where(item)} from {targetOf(item)}
    </>
  ),
  'assignment.renewed': (item) => (
    <>
      {actorOf(item)} renewed {roleOf(item, 'role', 'role_name')} of {targetOf(item)} {where(item)}
      {expiry(item)}
    </>
  ),
}

/** Sentences about what surrounds access: requests, reviews, domains, what goes out and comes in. */
export const PROCESS_SENTENCES: Record<
  About<
    'request' | 'domain' | 'template' | 'onboarding' | 'review' | 'export' | 'import' | 'audit' | 'change'
  >,
  Sentence
> = {
  'request.made': (item) => (
    <>
      {actorOf(item)} asked to join{' '}
      {typeof item.facts.project === 'string' ? project(item) : 'the organization'}
    </>
  ),
  'request.approved': (item) => (
    <>
      {actorOf(item)} approved the request of {targetOf(item)} {where(item)}
    </>
  ),
  'request.rejected': (item) => (
    <>
      {actorOf(item)} rejected the request of {targetOf(item)} {where(item)}
    </>
  ),
  'request.withdrawn': (item) => <>{actorOf(item)} withdrew their request</>,
  'domain.added': did('added', 'the domain'),
  'domain.verified': (item) => <>The domain {targetOf(item)} was proven to be the organization’s</>,
  'domain.updated': did('changed', 'the domain'),
  'domain.removed': did('removed', 'the domain'),
  'template.updated': (item) => (
    <>
      {actorOf(item)} changed the text of {letterOf(item)}
    </>
  ),
  'template.reset': (item) => (
    <>
      {actorOf(item)} went back to the standard text of {letterOf(item)}
    </>
  ),
  'onboarding.updated': (item) => <>{actorOf(item)} changed the first steps of new members</>,
  'onboarding.step-done': (item) => (
    <>
      {actorOf(item)} {item.facts.done === false ? 'took back' : 'took'} one of the first steps
    </>
  ),
  'onboarding.dismissed': (item) => <>{actorOf(item)} put the first steps away</>,
  'review.started': did('started', 'the review'),
  'review.decided': (item) => (
    <>
      {actorOf(item)} decided to {decision(item)} the access of {targetOf(item)} {where(item)}
    </>
  ),
  'review.closed': did('closed', 'the review'),
  'review.cancelled': did('cancelled', 'the review'),
  'export.made': (item) => (
    <>
      {actorOf(item)} exported {typeof item.facts.what === 'string' ? item.facts.what : 'data'}
    </>
  ),
  'import.started': did('started', 'the import'),
  'import.finished': (item) => (
    <>
      {actorOf(item)} finished the import {targetOf(item, 'of a file')}
      {came(item)}
    </>
  ),
  'import.cancelled': did('cancelled', 'the import'),
  'audit.pruned': () => <>Roster removed entries that are older than the organization keeps them</>,
  'change.undone': (item) => (
    <>
      {actorOf(item)} undid entry{' '}
      {typeof item.facts.sequence === 'number' && <Named>{item.facts.sequence}</Named>}
      {item.target && <>, about {targetOf(item)}</>}
    </>
  ),
}

function letterOf({ facts }: AuditItem): string {
  return facts.template === 'welcome' ? 'the welcome mail' : 'the invitation mail'
}

function decision({ facts }: AuditItem): string {
  return typeof facts.decision === 'string' ? facts.decision : 'keep'
}
