import type { ChangeId, Instant, MemberId, OrganizationId, RoleId, UserId } from '@roster/domain'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Flag } from './schema.ts'

export type MemberSource = 'setup' | 'creation' | 'invitation' | 'request' | 'directory' | 'import'

export interface MemberTable {
  id: MemberId
  organization_id: OrganizationId
  user_id: UserId
  display_name: string | null
  title: string | null
  source: MemberSource
  last_active_at: Instant | null
  since: Instant
  until: Instant | null
  ended_by: UserId | null
  begun_in: GeneratedAlways<ChangeId | null>
  ended_in: GeneratedAlways<ChangeId | null>
}

/** 63 bits: a parameter is a bigint; what is read must be cast to text, since a number would lose its last digits. */
export type LabelColumn = ColumnType<bigint, bigint, bigint>

export interface MemberListingTable {
  position: LabelColumn
  number: number
  member_id: MemberId
  user_id: UserId
  name_key: string
  own_name: string
  display_name: string | null
  title: string | null
  email: string
  username: string | null
  verified: Flag
  avatar: Generated<string | null>
  role_id: RoleId
  role_key: string | null
  role_name: string
  source: MemberSource
  joined_at: Instant
  active_at: Generated<Instant>
  search: string
}

export interface MemberSpanTable {
  level: 1 | 2 | 3
  first: LabelColumn
  members: number
}

export interface MemberDayTable {
  organization_id: OrganizationId
  /** How many days are counted together, from `first` on: days since 1970, UTC. */
  span: 1 | 64
  first: number
  begun: Generated<number>
  ended: Generated<number>
}

export interface MemberPastTable {
  id: Generated<number>
  number: number
  member_id: MemberId
  name_key: string
  since: Instant
  until: Instant
  search: string
}
