import type {
  ImportId,
  ImportState,
  Instant,
  InvitationId,
  MemberId,
  OrganizationId,
  RowOutcome,
  UserId,
} from '@roster/domain'
import type { Generated } from 'kysely'

/** A file of people on its way in. */
export interface ImportTable {
  id: ImportId
  organization_id: OrganizationId
  name: string
  state: ImportState
  reason: string | null
  rows: number
  loaded: Generated<number>
  invited: Generated<number>
  reinvited: Generated<number>
  assigned: Generated<number>
  unchanged: Generated<number>
  refused: Generated<number>
  created_by: UserId
  created_at: Instant
  closed_at: Instant | null
  closed_by: UserId | null
  purged_at: Instant | null
}

/** A row of it. */
export interface ImportRowTable {
  organization_id: OrganizationId
  import_id: ImportId
  line: number
  cells: string
  person: string | null
  outcome: RowOutcome | null
  problems: Generated<string>
  invitation_id: InvitationId | null
  member_id: MemberId | null
}
