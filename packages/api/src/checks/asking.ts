import type { HeldAssignment, Instant, MemberId, Permission } from '@roster/domain'
import { isPermission } from '@roster/domain'
import { z } from 'zod'
import type { Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'

/** Who asks what others may do, and what they hold at this moment. */
export interface Asking {
  readonly db: Reads
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
}

/** What may do something: a person, or a service account. */
export type SubjectType = 'user' | 'service_account'

/** Whether somebody may do something: at the organization, or at one project of it. */
export interface Question {
  readonly subject: string
  /** Only a subject of this kind is meant. */
  readonly type?: SubjectType | undefined
  readonly permission: Permission
  readonly at?: string | undefined
}

/** A person by id, membership, proven address or username; a service account by id or membership. */
export const Subject = z
  .string()
  .min(1)
  .max(320)
  .describe(
    'Who it is about: an account (`usr_…`), a membership (`mem_…`), a service account (`svc_…`), a proven email address or a username.',
  )
  .meta({ examples: ['ada@example.com'] })

/** A permission that there is. */
export const APermission = z
  .string()
  .max(100)
  .refine(isPermission, { error: 'there is no such permission' })
  .describe('What they would do, as roles name it.')
  .meta({ examples: ['project.content.edit'] })

/** A project by id; what is no project, and what the caller may not know of, is nowhere. */
export const AProject = z
  .string()
  .min(1)
  .max(100)
  .describe('At which project; left out, at the organization, and so at every project of it.')
  .meta({ examples: ['prj_01k9q3v7c8x2m4n6p8r0s2t4w6'] })

export const Explain = z.boolean().default(false).describe('Whether to answer with what allows it.')

/** The most questions of one batch. */
export const MOST_QUESTIONS = 1_000
