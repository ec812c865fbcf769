import { z } from 'zod'
import { FreeText, IdOf } from '../platform/input.ts'

/** How many members one call may change. */
const MOST_MEMBERS = 1_000
const MOST_REASON = 500

/** The members a bulk command is about. */
export const Members = z.array(IdOf('mem')).min(1).max(MOST_MEMBERS)

/** Why, in the words of who does it. */
export const Reason = FreeText(MOST_REASON)
