import type {
  ApiKeyId,
  Instant,
  MemberId,
  OrganizationId,
  ProjectId,
  RoleId,
  ServiceAccountId,
  UserId,
} from '@roster/domain'

/** A member that is no person. Its name is that of its account. */
export interface ServiceAccountTable {
  id: ServiceAccountId
  organization_id: OrganizationId
  user_id: UserId
  member_id: MemberId
  name_identity: string
  description: string
  created_by: UserId | null
  since: Instant
  until: Instant | null
}

export interface ApiKeyTable {
  id: ApiKeyId
  organization_id: OrganizationId
  member_id: MemberId
  user_id: UserId
  project_id: ProjectId | null
  role_id: RoleId
  permissions: string
  name: string
  created_by: UserId
  since: Instant
  until: Instant | null
  expires_at: Instant | null
  ended_by: UserId | null
  last_used_at: Instant | null
}

export interface ApiKeySecretTable {
  hash: string
  key_id: ApiKeyId
  hint: string
  since: Instant
  until: Instant | null
}

/** What was answered to a call that may come again. */
export interface RepeatTable {
  caller: ApiKeyId
  key: string
  fingerprint: string
  answer: string | null
  created_at: Instant
}

/** What a bulk call answered for its items, from the one at `first` on. */
export interface RepeatPartTable {
  caller: ApiKeyId
  key: string
  first: number
  outcomes: string
}
