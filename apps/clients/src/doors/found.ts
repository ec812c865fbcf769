import { z } from 'zod'

/** What the doors read of what they are answered; the rest is none of the stories' business. */
const Role = z.object({ id: z.string(), key: z.string().nullable(), level: z.string().optional() })
export const Roles = z.array(Role)
export const Member = z.object({
  email: z.string().nullable(),
  role: z.object({ key: z.string().nullable() }),
})
const InProject = z.object({
  email: z.string().nullable(),
  role: z.object({ key: z.string().nullable() }).nullable(),
})
export const ProjectMembers = z.object({ items: z.array(InProject) })
export const Invitation = z.object({
  id: z.string(),
  recipient: z.object({ email: z.string().nullable() }),
  role: z.object({ key: z.string().nullable() }),
  status: z.string(),
})
const Outcome = z.object({ outcome: z.string() })
export const Result = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: Outcome }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) }),
])

/** The one that it is about. */
export function one<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`there is no ${what}`)
  return found
}
