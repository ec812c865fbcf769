import { hash } from 'node:crypto'
import { join } from 'node:path'
import { idGenerator } from '@roster/api'
import { canonicalEntry, type MemberId, type OrganizationId, type RoleId, type UserId } from '@roster/domain'
import Sqlite from 'better-sqlite3'
import { type Access, ASSIGNED_AT_ONCE } from './access.ts'
import type { Installation } from './installation.ts'
import { quantile } from './numbers.ts'

/** The same by prepared statements and nothing else: the limit of this file on this machine. */
export interface AccessFloor {
  readonly members: number
  /** Changed roles a second, all in one transaction. */
  readonly perSecond: number
  /** Reading what somebody far down holds, in milliseconds. */
  readonly held: number
}

const ASKED = 50

interface Held {
  readonly id: string
  readonly organization: OrganizationId
  readonly member: MemberId
  readonly project: string
  readonly user: UserId
}

/** Ends ten thousand roles and gives new ones, each with its entry of the trail; then reads what one person holds. */
export function rawAccess({ directory, members }: Installation, { person }: Access): AccessFloor {
  const file = new Sqlite(join(directory, 'roster.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('cache_size = -16000')
  try {
    const held = file
      .prepare<[number], Held>(
        `select a.id, a.organization_id as organization, a.member_id as member, a.project_id as project, m.user_id as user
         from assignment a join member m on m.id = a.member_id
         where a.until is null and a.project_id is not null limit ?`,
      )
      .all(ASSIGNED_AT_ONCE)
    const role = file
      .prepare<[], { id: RoleId }>("select id from role where level = 'project' and key = 'admin' limit 1")
      .get()
    if (!role || held.length < ASSIGNED_AT_ONCE) throw new Error('nobody holds a role in a project')
    const change = changer(file, role.id, held[0]?.organization ?? 'org_')
    const began = performance.now()
    file.transaction(() => {
      for (const one of held) change(one)
    })()
    const perSecond = (held.length / (performance.now() - began)) * 1_000
    return { members, perSecond, held: reading(file, person) }
  } finally {
    file.close()
  }
}

function changer(file: Sqlite.Database, role: RoleId, organization: OrganizationId): (held: Held) => void {
  const head = file
    .prepare<[string], { sequence: number; hash: string }>(
      'select sequence, hash from audit_entry where chain = ? order by sequence desc limit 1',
    )
    .get(organization)
  let { sequence, hash: previous } = head ?? { sequence: 0, hash: '0'.repeat(64) }
  const end = file.prepare('update assignment set until = ? where id = ?')
  const give = file.prepare(
    'insert into assignment (id, organization_id, member_id, project_id, role_id, since) values (?, ?, ?, ?, ?, ?)',
  )
  const record = file.prepare('insert into audit_entry (chain, sequence, entry, hash) values (?, ?, ?, ?)')
  const newId = idGenerator(Date.now)
  return ({ id, member, project, user }) => {
    const now = Date.now()
    const assignment = newId('asg')
    end.run(now, id)
    give.run(assignment, organization, member, project, role, now)
    sequence += 1
    const entry = canonicalEntry({
      chain: organization,
      sequence,
      id: newId('aud'),
      at: now,
      action: 'assignment.changed',
      actor: { kind: 'user', id: user },
      allowedBy: null,
      target: { kind: 'user', id: user },
      change: newId('chg'),
      facts: { member, project, assignment, to_role: role },
    })
    previous = hash('sha256', `${previous}\n${entry}`)
    record.run(organization, sequence, entry, previous)
  }
}

function reading(file: Sqlite.Database, person: string): number {
  const held = file.prepare<[string]>(`
    with recursive through (id) as (
      select group_id from group_member where member_id = ? and until is null
      union
      select g.group_id from through join group_member g on g.child_group_id = through.id and g.until is null
    )
    select a.*, r.permissions, p.name, g.name as "group" from through
      join assignment a on a.group_id = through.id and a.until is null and a.organization_id =
        (select organization_id from "group" where id = through.id)
      join role r on r.id = a.role_id join project p on p.id = a.project_id join "group" g on g.id = a.group_id
  `)
  const took = Array.from({ length: ASKED }, () => {
    const began = performance.now()
    held.all(person)
    return performance.now() - began
  })
  return quantile(
    took.sort((a, b) => a - b),
    0.5,
  )
}
