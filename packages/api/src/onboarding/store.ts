import {
  type Instant,
  type MemberId,
  type OnboardingStep,
  type OrganizationId,
  type StepId,
  showsSteps,
} from '@roster/domain'
import { sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

export interface StoredStep extends OnboardingStep {
  readonly id: StepId
}

/** The first steps of an organization, in order. */
export async function stepsOf(db: Reads, organization: OrganizationId): Promise<readonly StoredStep[]> {
  return db
    .selectFrom('onboarding_step')
    .select(['id', 'title', 'text', 'link'])
    .where('organization_id', '=', organization)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** How far one member is with them. */
export interface Progress {
  readonly done: ReadonlyMap<StepId, Instant>
  /** Whether the list is on the member's home page. */
  readonly shown: boolean
}

/** What a member has done of these steps, and whether they are still shown. */
export async function progressOf(
  db: Reads,
  { organization, member }: { readonly organization: OrganizationId; readonly member: MemberId },
  steps: readonly StoredStep[],
  now: Instant,
): Promise<Progress> {
  const rows = await db
    .selectFrom('onboarding_done')
    .select(['step_id', 'at'])
    .where('organization_id', '=', organization)
    .where('member_id', '=', member)
    .execute()
  const done = new Map(rows.map((row) => [row.step_id, row.at]))
  const { since, source, dismissed } = await db
    .selectFrom('member as m')
    .leftJoin('onboarding_dismissed as d', (join) =>
      join.onRef('d.organization_id', '=', 'm.organization_id').onRef('d.member_id', '=', 'm.id'),
    )
    .select(['m.since', 'm.source', 'd.at as dismissed'])
    .where('m.organization_id', '=', organization)
    .where('m.id', '=', member)
    .executeTakeFirstOrThrow()
  const founder = source === 'setup' || source === 'creation'
  const left = steps.filter(({ id }) => !done.has(id)).length
  return { done, shown: showsSteps({ joinedAt: since, founder, dismissed: dismissed !== null, left }, now) }
}

/** Writes the steps in their order instead of those before; what members have done of the ones that stay is kept. */
export async function writeSteps(
  tx: Transaction,
  organization: OrganizationId,
  steps: readonly StoredStep[],
): Promise<void> {
  await tx
    .deleteFrom('onboarding_step')
    .where('organization_id', '=', organization)
    .where('id', 'not in', listed(steps.map(({ id }) => id)))
    .execute()
  const rows = steps.map(({ id, title, text, link }, position) => [id, position, title, text, link])
  await sql`
    insert into onboarding_step (id, organization_id, position, title, text, link)
      select value ->> 0, ${organization}, value ->> 1, value ->> 2, value ->> 3, value ->> 4
        from json_each(${JSON.stringify(rows)}) where true
      on conflict (id) do update set position = excluded.position, title = excluded.title,
        text = excluded.text, link = excluded.link
  `.execute(tx)
}
