import type {
  AssignmentId,
  Decision,
  Fallback,
  GroupId,
  Instant,
  MemberId,
  OrganizationId,
  Outcome,
  ProjectId,
  ReviewId,
  ReviewItemId,
  ReviewState,
  RoleId,
  UserId,
} from '@roster/domain'
import type { Generated } from 'kysely'

/** A review of who may do what, as it was started. */
export interface ReviewTable {
  id: ReviewId
  organization_id: OrganizationId
  name: string
  scope: 'organization' | 'projects' | 'project'
  project_id: ProjectId | null
  inactive_days: number | null
  fallback: Fallback
  deadline: Instant
  state: ReviewState
  started_by: UserId
  since: Instant
  closed_at: Instant | null
  closed_by: UserId | null
  seal: string | null
  items: number
  decided: Generated<number>
}

/** One assignment of it, frozen at the start. */
export interface ReviewItemTable {
  id: ReviewItemId
  organization_id: OrganizationId
  review_id: ReviewId
  position: number
  assignment_id: AssignmentId
  member_id: MemberId | null
  group_id: GroupId | null
  user_id: UserId | null
  project_id: ProjectId | null
  role_id: RoleId
  last_active_at: Instant | null
  reviewer_id: UserId
  decision: Decision | null
  to_role_id: RoleId | null
  decided_by: UserId | null
  decided_at: Instant | null
  note: string | null
  outcome: Outcome | null
  refusal: string | null
}
