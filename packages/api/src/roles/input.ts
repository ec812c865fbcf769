import { ALL_PERMISSIONS, validRoleName } from '@roster/domain'
import { z } from 'zod'
import { FreeText, ruled } from '../platform/input.ts'

const MOST_DESCRIPTION = 300

/** The name of a role, canonical; whether it is free is asked where it is given. */
export const RoleName = ruled((text) => validRoleName(text, []))
/** What a role is for, in a sentence. */
export const RoleDescription = FreeText(MOST_DESCRIPTION)
/** Names of permissions; whether they exist and belong to the level is asked by the rule. */
export const PermissionNames = z.array(z.string().max(100)).max(ALL_PERMISSIONS.length)
