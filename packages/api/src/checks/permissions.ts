import {
  ALL_PERMISSIONS,
  effectivePermissions,
  isProjectPermission,
  orThrow,
  type Permission,
} from '@roster/domain'
import { z } from 'zod'
import { inOrganization, inProject } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { APermission, AProject, type Asking, Explain, Subject, type SubjectType } from './asking.ts'
import { Evaluator } from './evaluate.ts'
import { NOWHERE, placeNamed } from './place.ts'
import { type Reason, reasonsFor } from './reasons.ts'

/** Something that somebody may do; with reasons where they were asked for. */
export interface AllowedPermission {
  readonly permission: Permission
  readonly reasons?: readonly Reason[]
}

interface Asked {
  readonly subject: string
  readonly type?: SubjectType | undefined
  readonly permissions?: readonly Permission[] | undefined
  readonly at?: string | undefined
  readonly explain: boolean
}

const Fields = {
  subject: Subject,
  permissions: z
    .array(APermission)
    .min(1)
    .max(ALL_PERMISSIONS.length)
    .optional()
    .describe('Of which; left out, of all that can be held there.'),
  at: AProject.optional(),
  explain: Explain,
}

/**
 * Which of these things somebody may do there, in the order they are asked in: exactly those that `check` says yes to.
 * Refuses as `check` does.
 */
export const checkPermissions = query({
  permission: 'organization.read',
  input: inOrganization(Fields),
  run: permissionsThere,
})

/** The same for whoever may only see one project: without `at`, it is about that one. */
export const checkPermissionsAtProject = query({
  permission: 'project.read',
  input: inProject(Fields),
  run: (asking, { project, at = project, ...asked }) => permissionsThere(asking, { ...asked, at }),
})

/** Which of the permissions asked about the subject has there: the same for every way of asking. */
export async function permissionsThere(
  asking: Asking,
  { subject: named, type, permissions, at, explain }: Asked,
): Promise<readonly AllowedPermission[]> {
  const place = await placeNamed(asking, at)
  if (place === NOWHERE) return []
  const evaluator = new Evaluator(asking)
  const subject = await evaluator.subject(named, type)
  const asked = permissions ?? ALL_PERMISSIONS.filter((one) => place === null || isProjectPermission(one))
  for (const permission of asked) orThrow(evaluator.mayAsk(subject, permission, place))
  if (!subject) return []
  const may = effectivePermissions(await evaluator.held(subject.member), place?.id)
  const allowed = [...new Set(asked)].filter((one) => may.has(one))
  if (!explain) return allowed.map((permission) => ({ permission }))
  const reasons = await reasonsFor(asking, subject.member, allowed, place)
  return allowed.map((permission) => ({ permission, reasons: reasons.get(permission) ?? [] }))
}
