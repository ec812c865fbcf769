import { IMPORT_FIELDS, LONGEST_CELL, MOST_IMPORT_ROWS, plainName, Refusal } from '@roster/domain'
import { z } from 'zod'
import { Reason } from '../invitations/places-offered.ts'
import { ruled } from '../platform/input.ts'

/** Rows of one call; a file comes in parts of these. */
export const MOST_LINES = 1_000
/** Rows that one call does: some tens of milliseconds. */
export const MOST_DONE = 100

const Cells = z.partialRecord(z.enum(IMPORT_FIELDS), z.string().max(LONGEST_CELL + 1))

/** Rows of a file, each with the number of the line on which it begins. Refuses with `too-large`. */
export const Lines = z
  .array(z.strictObject({ line: z.int().min(1).max(10_000_000), cells: Cells }))
  .min(1)
  .refine((lines) => lines.length <= MOST_LINES, {
    params: { refusal: new Refusal('too-large', { most: MOST_LINES }) },
  })

/** What the file is called. */
export const FileName = ruled(plainName)

/** How many rows there are in all. Refuses with `too-large`. */
export const Total = z
  .int()
  .min(1)
  .refine((rows) => rows <= MOST_IMPORT_ROWS, {
    params: { refusal: new Refusal('too-large', { most: MOST_IMPORT_ROWS }) },
  })

/** Kept with every role that is given. */
export const Why = Reason
