import { AUDIT_ACTIONS, type Permission } from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization, Moment } from '../platform/input.ts'

/** What can be exported, and the permission to read it, which is asked beside the one to export. */
export const EXPORTED = {
  members: 'members.read',
  invitations: 'invitations.read',
  assignments: 'members.read',
  roles: 'organization.read',
  audit: 'audit.read',
} as const satisfies Record<string, Permission>

export type Exported = keyof typeof EXPORTED

const WHATS = [
  'members',
  'invitations',
  'assignments',
  'roles',
  'audit',
] as const satisfies readonly Exported[]
/** What to export, as what, and by which of the filters that its page has. */
export const ExportInput = inOrganization({
  what: z.enum(WHATS),
  format: z.enum(['csv', 'json']),
  search: z.string().max(500).optional(),
  role: IdOf('rol').optional(),
  inactiveDays: z.int().min(1).max(36_500).optional(),
  status: z
    .enum([
      'open',
      'pending',
      'active',
      'expired',
      'expiring',
      'undeliverable',
      'accepted',
      'declined',
      'revoked',
      'all',
    ])
    .optional(),
  sender: IdOf('usr').optional(),
  project: IdOf('prj').optional(),
  person: IdOf('usr').optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
})

export type ExportAsked = z.output<typeof ExportInput>
