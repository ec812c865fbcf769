import type { HeldAssignment, Instant, MemberId } from '@roster/domain'
import type { z } from 'zod'
import { type Actor, authorize, type Organization } from './access.ts'
import type { Call, Instance } from './call.ts'
import type { Mailbox } from './kept-mail.ts'
import type { LinkKey } from './links.ts'
import { type CallerOf, callerFor, type OpensTo } from './open-command.ts'
import { type AtProjectOf, asks, atProject, type InOrganization, type PermissionFor } from './scope.ts'
import type { Reads } from './writer.ts'

export interface QueryContext {
  readonly db: Reads
  readonly actor: Actor
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
  readonly links: LinkKey
  readonly instance: Instance
}

export interface Query<Schema extends z.ZodType<InOrganization>, Result> {
  readonly kind: 'query'
  readonly permission: PermissionFor<z.output<Schema>>
  readonly input: Schema
  run(context: QueryContext & AtProjectOf<z.output<Schema>>, input: z.output<Schema>): Promise<Result>
}

/** Declares what a person may read in an organization, and the permission it needs. It has nothing to write with. */
export function query<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Omit<Query<Schema, Result>, 'kind'>,
): Query<Schema, Result> {
  return { kind: 'query', ...spec }
}

/** Authorize, then read. */
export async function answer<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Query<Schema, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<Result> {
  const { reader: db, now, links, instance } = call
  const authorized = await authorize(db, call, asks(spec.permission, input))
  return spec.run(
    { db, now, links, instance, ...authorized, ...atProject<z.output<Schema>>(authorized) },
    input,
  )
}

export interface OpenQueryContext<To extends OpensTo> {
  readonly db: Reads
  readonly actor: CallerOf[To]
  readonly now: Instant
  readonly links: LinkKey
  readonly instance: Instance
  readonly session: string | null
  readonly mailbox: Mailbox | null
}

export interface OpenQuery<To extends OpensTo, Schema extends z.ZodType, Result> {
  readonly kind: 'open-query'
  readonly opensTo: To
  readonly input: Schema
  run(context: OpenQueryContext<To>, input: z.output<Schema>): Promise<Result>
}

/** Declares what may be read without a grant: one's own account, the face of an invitation. */
export function openQuery<To extends OpensTo, Schema extends z.ZodType, Result>(
  spec: Omit<OpenQuery<To, Schema, Result>, 'kind'>,
): OpenQuery<To, Schema, Result> {
  return { kind: 'open-query', ...spec }
}

/** Read; the right to call is all there is to check. */
export async function answerOpen<To extends OpensTo, Schema extends z.ZodType, Result>(
  spec: OpenQuery<To, Schema, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<Result> {
  const { reader: db, now, links, instance, session, mailbox } = call
  const actor = callerFor(spec.opensTo, call.actor)
  return spec.run({ db, actor, now, links, instance, session, mailbox }, input)
}
