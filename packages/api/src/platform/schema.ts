import type {
  AssignmentId,
  ChangeId,
  GroupId,
  Id,
  Instant,
  InvitationId,
  MemberId,
  MessageId,
  NotificationKind,
  OneTimeLinkId,
  OrganizationId,
  ProjectId,
  ProjectVisibility,
  RequestGround,
  RequestId,
  RequestState,
  RoleId,
  RoleLevel,
  SessionId,
  StepId,
  UserId,
} from '@roster/domain'
import type { Generated, GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { DomainTable } from './domain-table.ts'
import type { ImportRowTable, ImportTable } from './import-tables.ts'
import type {
  ApiKeySecretTable,
  ApiKeyTable,
  RepeatPartTable,
  RepeatTable,
  ServiceAccountTable,
} from './key-tables.ts'
import type {
  LabelColumn,
  MemberDayTable,
  MemberListingTable,
  MemberPastTable,
  MemberSpanTable,
  MemberTable,
} from './member-tables.ts'
import type { ReviewItemTable, ReviewTable } from './review-tables.ts'
import type { WebhookAttemptTable, WebhookDeliveryTable, WebhookTable } from './webhook-tables.ts'

export type { MemberSource } from './member-tables.ts'

/** The tables as Kysely sees them; `sqlite/migrations` is where they are made. */
export interface Tables {
  user: UserTable
  session: SessionTable
  one_time_link: OneTimeLinkTable
  organization: OrganizationTable
  former_slug: { slug: string; organization_id: OrganizationId }
  organization_total: {
    organization_id: OrganizationId
    members: number
    invitations: number
    groups: Generated<number>
  }
  role: RoleTable
  project: ProjectTable
  project_total: { project_id: ProjectId; members: number; groups: number }
  group: GroupTable
  group_total: { group_id: GroupId; members: number; groups: number }
  group_listing: { group_id: GroupId; name_key: string; member_id: MemberId; place_id: Id<'gme'> }
  group_text: { number: LabelColumn; group_id: GroupId; search: string }
  present_change: { one: 1; id: ChangeId | null }
  member: MemberTable
  member_listing: MemberListingTable
  member_span: MemberSpanTable
  member_day: MemberDayTable
  member_past: MemberPastTable
  role_total: RoleTotalTable
  role_past: RolePastTable
  group_member: GroupMemberTable
  assignment: AssignmentTable
  invitation: InvitationTable
  import: ImportTable
  import_row: ImportRowTable
  service_account: ServiceAccountTable
  api_key: ApiKeyTable
  api_key_secret: ApiKeySecretTable
  repeat: RepeatTable
  repeat_part: RepeatPartTable
  review: ReviewTable
  review_item: ReviewItemTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  webhook_attempt: WebhookAttemptTable
  audit_entry: AuditEntryTable
  audit_checkpoint: { chain: string; sequence: number; hash: string; at: Instant }
  domain: DomainTable
  message: MessageTable
  access_request: AccessRequestTable
  mute: { user_id: UserId; organization_id: OrganizationId; since: Instant }
  notification_preference: { user_id: UserId; kind: NotificationKind; since: Instant }
  avatar: { user_id: UserId; hash: string; image: Uint8Array; created_at: Instant }
  message_template: MessageTemplateTable
  onboarding_step: OnboardingStepTable
  onboarding_done: { organization_id: OrganizationId; member_id: MemberId; step_id: StepId; at: Instant }
  onboarding_dismissed: { organization_id: OrganizationId; member_id: MemberId; at: Instant }
}

export type Flag = 0 | 1

interface UserTable {
  id: UserId
  email: string | null
  username: string | null
  name: string
  password_hash: string | null
  email_verified_at: Instant | null
  discoverable: Generated<Flag>
  avatar: Generated<string | null>
  kind: Generated<'person' | 'service'>
  created_at: Instant
  last_active_at: Instant | null
  disabled_at: Instant | null
  deleted_at: Instant | null
}

interface SessionTable {
  token_hash: string
  id: SessionId
  user_id: UserId
  created_at: Instant
  expires_at: Instant
  ends_at: Instant
  last_seen_at: Instant
  address: string
  user_agent: string
}

export type OneTimePurpose = 'set-up' | 'verify-email' | 'reset-password' | 'change-email'

interface OneTimeLinkTable {
  id: OneTimeLinkId
  purpose: OneTimePurpose
  user_id: UserId | null
  email: string | null
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
  asked_by: UserId | null
  organization_id: OrganizationId | null
}

interface OrganizationTable {
  id: OrganizationId
  number: number
  slug: string
  name: string
  policies: Generated<string>
  entitlements: Generated<string>
  created_by: UserId | null
  since: Instant
  until: Instant | null
}

interface RoleTable {
  id: RoleId
  organization_id: OrganizationId
  level: RoleLevel
  key: string | null
  name: string
  description: Generated<string>
  permissions: Generated<string>
  created_at: Instant
  until: Instant | null
  changed_at: Generated<Instant | null>
  created_by: Generated<UserId | null>
  relisted_to: Generated<MemberId | null>
  ended_by: Generated<UserId | null>
  ended_in: Generated<ChangeId | null>
}

interface RoleTotalTable {
  role_id: RoleId
  members: number
  places: Generated<number>
  groups: Generated<number>
  invitations: Generated<number>
}

interface RolePastTable {
  role_id: RoleId
  until: Instant
  ended_in: ChangeId | null
  name: string
  description: string
  permissions: string
}

interface ProjectTable {
  id: ProjectId
  organization_id: OrganizationId
  name: string
  name_key: string
  name_identity: string
  description: Generated<string>
  visibility: Generated<ProjectVisibility>
  default_role_id: RoleId | null
  archived_at: Instant | null
  created_by: UserId | null
  since: Instant
  until: Instant | null
  ended_by: UserId | null
  ended_in: GeneratedAlways<ChangeId | null>
}

interface GroupTable {
  id: GroupId
  organization_id: OrganizationId
  name: string
  name_key: string
  name_identity: string
  description: Generated<string>
  created_by: UserId | null
  since: Instant
  until: Instant | null
  ended_by: UserId | null
  ended_in: GeneratedAlways<ChangeId | null>
}

interface GroupMemberTable {
  id: Id<'gme'>
  organization_id: OrganizationId
  group_id: GroupId
  member_id: MemberId | null
  child_group_id: GroupId | null
  invitation_id: InvitationId | null
  /** Whether they may decide who else is in the group. */
  manager: Generated<Flag>
  since: Instant
  until: Instant | null
  given_by: UserId | null
  ended_by: UserId | null
  begun_in: GeneratedAlways<ChangeId | null>
  ended_in: GeneratedAlways<ChangeId | null>
}

interface AssignmentTable {
  id: AssignmentId
  organization_id: OrganizationId
  member_id: MemberId | null
  group_id: GroupId | null
  invitation_id: InvitationId | null
  role_id: RoleId
  project_id: ProjectId | null
  since: Instant
  until: Instant | null
  expires_at: Instant | null
  given_by: UserId | null
  ended_by: UserId | null
  reason: string | null
  begun_in: GeneratedAlways<ChangeId | null>
  ended_in: GeneratedAlways<ChangeId | null>
}

export type StoredInvitationState = 'pending' | 'accepted' | 'declined' | 'revoked' | 'superseded' | 'deleted'

interface InvitationTable {
  id: InvitationId
  organization_id: OrganizationId
  email: string
  user_id: UserId | null
  state: StoredInvitationState
  generation: Generated<number>
  message: string | null
  welcome: Generated<Flag>
  invited_by: UserId
  created_at: Instant
  sent_at: Instant
  expires_at: Instant | null
  opened_at: Instant | null
  closed_at: Instant | null
  closed_by: UserId | null
  member_id: MemberId | null
  message_id: MessageId | null
  reminded_for: Generated<Instant | null>
  purged_at: Generated<Instant | null>
  default_projects: Generated<Flag>
  template: Generated<Flag>
}

interface AuditEntryTable {
  chain: string
  sequence: number
  entry: string
  hash: string
  at: GeneratedAlways<Instant>
  action: GeneratedAlways<string>
  actor_id: GeneratedAlways<string | null>
  target_id: GeneratedAlways<string | null>
  change_id: GeneratedAlways<ChangeId | null>
  project_id: GeneratedAlways<ProjectId | null>
}

export type MessageState = 'queued' | 'handed-over' | 'failed' | 'pointless'

interface MessageTable {
  id: MessageId
  organization_id: OrganizationId | null
  kind: string
  reference_id: string
  event: string
  facts: Generated<string>
  state: MessageState
  attempts: Generated<number>
  created_at: Instant
  next_attempt_at: Instant | null
  settled_at: Instant | null
  outcome: string | null
}

interface MessageTemplateTable {
  organization_id: OrganizationId
  kind: 'invitation' | 'welcome'
  subject: string
  body: string
  updated_at: Instant
  updated_by: UserId
}

interface OnboardingStepTable {
  id: StepId
  organization_id: OrganizationId
  position: number
  title: string
  text: string
  link: string | null
}

interface AccessRequestTable {
  id: RequestId
  organization_id: OrganizationId
  user_id: UserId
  project_id: ProjectId | null
  reason: string
  state: RequestState
  created_at: Instant
  answered_at: Instant | null
  answered_by: UserId | null
  role_id: RoleId | null
  ground: RequestGround | null
  message: string | null
  invitation_id: InvitationId | null
  assignment_id: AssignmentId | null
}

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>
