import { groupName } from '@roster/domain'
import { z } from 'zod'
import { FreeText, IdOf, ruled } from '../platform/input.ts'

const MOST_SEARCH = 500
const MOST_DESCRIPTION = 500
/** How many people one call may put into a group or take out of it. */
const MOST_MEMBERS = 1_000

export const GroupName = ruled(groupName)
export const Description = FreeText(MOST_DESCRIPTION)
export const Search = z.string().max(MOST_SEARCH)
/** The people a bulk command is about. */
export const Members = z.array(IdOf('mem')).min(1).max(MOST_MEMBERS)
