import { hash } from 'node:crypto'
import { join } from 'node:path'
import { idGenerator } from '@roster/api'
import {
  type AssignmentId,
  canonicalEntry,
  type OrganizationId,
  type RoleId,
  type UserId,
} from '@roster/domain'
import Sqlite from 'better-sqlite3'
import type { Installation } from './installation.ts'
import { quantile } from './numbers.ts'

/** Invitations a second by prepared statements and nothing else: the limit of this file on this machine. */
export interface Floor {
  readonly members: number
  /** All in one transaction. */
  readonly together: number
  /** One durable commit each, and how long one takes. */
  readonly single: number
  readonly p50: number
}

const TOGETHER = 10_000
const SINGLE = 300

/** Writes invitations with their role, audit entry and mail, through the triggers and indexes of the real schema. */
export function rawInvitations({ directory, members, roles }: Installation): Floor {
  const file = new Sqlite(join(directory, 'roster.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('cache_size = -16000')
  try {
    const write = writer(file, roles.member)
    const began = performance.now()
    file.transaction(() => {
      for (let number = 0; number < TOGETHER; number++) write()
    })()
    const together = performance.now() - began
    const each: number[] = []
    const one = file.transaction(write)
    for (let number = 0; number < SINGLE; number++) {
      const before = performance.now()
      one()
      each.push(performance.now() - before)
    }
    const sum = each.reduce((so, far) => so + far, 0)
    each.sort((a, b) => a - b)
    return {
      members,
      together: (TOGETHER / together) * 1_000,
      single: (SINGLE / sum) * 1_000,
      p50: quantile(each, 0.5),
    }
  } finally {
    file.close()
  }
}

function writer(file: Sqlite.Database, role: RoleId): () => void {
  const owner = file
    .prepare<[], { organization: OrganizationId; user: UserId; assignment: AssignmentId }>(
      `select a.organization_id as organization, m.user_id as user, a.id as assignment
       from role r join assignment a on a.organization_id = r.organization_id and a.role_id = r.id and a.until is null
       join member m on m.id = a.member_id where r.key = 'owner' and r.level = 'organization' limit 1`,
    )
    .get()
  if (!owner) throw new Error('the organization has no owner')
  const { organization, user, assignment } = owner
  const head = file
    .prepare<[string], { sequence: number; hash: string }>(
      'select sequence, hash from audit_entry where chain = ? order by sequence desc limit 1',
    )
    .get(organization)
  let { sequence, hash: previous } = head ?? { sequence: 0, hash: '0'.repeat(64) }
  const invite = file.prepare(
    `insert into invitation (id, organization_id, email, state, invited_by, created_at, sent_at, expires_at, message_id)
     values (?, ?, ?, 'pending', ?, ?, ?, ?, ?)`,
  )
  const give = file.prepare(
    'insert into assignment (id, organization_id, invitation_id, role_id, since, given_by) values (?, ?, ?, ?, ?, ?)',
  )
  const record = file.prepare('insert into audit_entry (chain, sequence, entry, hash) values (?, ?, ?, ?)')
  const post = file.prepare(
    `insert into message (id, organization_id, kind, reference_id, event, state, created_at, next_attempt_at)
     values (?, ?, 'invitation', ?, ?, 'queued', ?, ?)`,
  )
  const newId = idGenerator(Date.now)
  return () => {
    const now = Date.now()
    const id = newId('inv')
    const message = newId('msg')
    invite.run(id, organization, `${id}@example.test`, user, now, now, now + 604_800_000, message)
    give.run(newId('asg'), organization, id, role, now, user)
    sequence += 1
    const entry = canonicalEntry({
      chain: organization,
      sequence,
      id: newId('aud'),
      at: now,
      action: 'invitation.sent',
      actor: { kind: 'user', id: user },
      allowedBy: assignment,
      target: { kind: 'invitation', id },
      change: newId('chg'),
      facts: { role },
    })
    previous = hash('sha256', `${previous}\n${entry}`)
    record.run(organization, sequence, entry, previous)
    post.run(message, organization, id, `invitation ${id} 1`, now, now)
  }
}
