import { z } from 'zod'
import { AnId } from '../transport/rest/schemas.ts'
import type { Applied as AppliedChange } from './assign.ts'

/** What giving and taking away roles may be refused with. */
export const ASSIGNING = [
  'beyond-your-own',
  'must-be-member',
  'role-level-mismatch',
  'project-archived',
  'owner-through-group',
  'owner-is-a-person',
  'expiry-in-the-past',
  'reason-required',
  'last-owner',
  'changed-meanwhile',
  'too-large',
] as const

/** What became of one change. */
export const Applied = z
  .object({
    member: AnId('mem').nullable(),
    group: AnId('grp').nullable(),
    project: AnId('prj').nullable().describe('Null in the organization.'),
    assignment: AnId('asg').nullable().describe('What holds now; null when the role was taken away.'),
    changed: z.boolean().describe('False when they held exactly this before.'),
  })
  .meta({ id: 'AppliedAssignment', description: 'A role that was given or taken away.' })

/** The same in the shape that programs see. */
export const shownApplied = ({ subject, project, assignment, changed }: AppliedChange) => ({
  member: 'member' in subject ? subject.member : null,
  group: 'group' in subject ? subject.group : null,
  project,
  assignment,
  changed,
})
