import type { ImportField, RowOutcome } from '@roster/domain'
import type { Meaning } from '../ui/meaning.ts'

/** What a column can say, as the choice names it. */
export const FIELD_WORDS: Readonly<Record<ImportField, string>> = {
  recipient: 'Email or username',
  name: 'Name, for this list only',
  role: 'Role in the organization',
  groups: 'Groups',
  projects: 'Projects with roles',
  project: 'Project',
  projectRole: 'Role in the project',
  message: 'Message',
  expiry: 'Expiry of the invitation',
}

/** What comes, or came, of a row. */
export const OUTCOME_WORDS: Readonly<
  Record<RowOutcome, { readonly label: string; readonly will: string; readonly meaning: Meaning | 'neutral' }>
> = {
  invited: { label: 'Invited', will: 'To invite', meaning: 'success' },
  reinvited: { label: 'Invited again', will: 'To invite again', meaning: 'info' },
  assigned: { label: 'Assigned', will: 'To assign', meaning: 'success' },
  unchanged: { label: 'Unchanged', will: 'Unchanged', meaning: 'neutral' },
  refused: { label: 'Refused', will: 'Refused', meaning: 'danger' },
}
