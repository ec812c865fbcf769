import { DECISIONS, FALLBACKS, plainName } from '@roster/domain'
import { z } from 'zod'
import { FreeText, IdOf, ruled } from '../platform/input.ts'

const MOST_REVIEWERS = 50
const MOST_AT_ONCE = 1_000
const MOST_NOTE = 500

/** What a review looks at and who decides. */
export const ReviewScope = {
  scope: z.enum(['organization', 'projects', 'project']),
  project: IdOf('prj').optional(),
  inactiveDays: z.int().min(1).max(36_500).nullable().optional(),
  reviewers: z.array(IdOf('mem')).min(1).max(MOST_REVIEWERS),
}

export const ReviewName = ruled(plainName)
export const FallbackInput = z.enum(FALLBACKS)
export const DecisionInput = z.enum(DECISIONS)
export const Note = FreeText(MOST_NOTE).nullable().optional()
export const ReviewItems = z.array(IdOf('rvi')).min(1).max(MOST_AT_ONCE)
