import { z } from 'zod'

/** A day as the calendar of UTC has it, like 2026-05-03; `asOfDay` says which moment it stands for. */
export const Day = z.string().max(10)
