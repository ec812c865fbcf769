import {
  filled,
  type Instant,
  type OrganizationId,
  STANDARD_TEXTS,
  type TemplateKind,
  type TemplateText,
  type UserId,
} from '@roster/domain'
import type { OwnWords } from '@roster/mail'
import type { Reads, Transaction } from '../platform/writer.ts'

/** The organization's own text of a letter, as it was last written. */
export interface StoredTemplate extends TemplateText {
  readonly kind: TemplateKind
  readonly updatedAt: Instant
  readonly updatedBy: UserId
}

/** The texts that an organization has put into its own words. */
export async function templatesOf(
  db: Reads,
  organization: OrganizationId,
): Promise<ReadonlyMap<TemplateKind, StoredTemplate>> {
  const rows = await db
    .selectFrom('message_template')
    .select(['kind', 'subject', 'body', 'updated_at', 'updated_by'])
    .where('organization_id', '=', organization)
    .execute()
  return new Map(
    rows.map(({ kind, subject, body, updated_at, updated_by }) => [
      kind,
      { kind, subject, body, updatedAt: updated_at, updatedBy: updated_by },
    ]),
  )
}

/** The words of a letter with what stands for its placeholders, or null where the organization has none of its own. */
export async function ownWords(
  db: Reads,
  organization: OrganizationId,
  kind: TemplateKind,
  values: Readonly<Record<string, string>>,
): Promise<OwnWords | null> {
  const text = (await templatesOf(db, organization)).get(kind)
  return text ? filledText(text, values) : null
}

/** Subject and body with what stands for their placeholders. */
export function filledText(text: TemplateText, values: Readonly<Record<string, string>>): OwnWords {
  return { subject: filled(text.subject, values), body: filled(text.body, values) }
}

/** The text that holds now: the organization's own, or the standard one. */
export function textNow(kind: TemplateKind, own: StoredTemplate | undefined): TemplateText {
  return own ? { subject: own.subject, body: own.body } : STANDARD_TEXTS[kind]
}

/** Keeps a text instead of the one before. */
export async function writeTemplate(
  tx: Transaction,
  organization: OrganizationId,
  { kind, subject, body, updatedAt, updatedBy }: StoredTemplate,
): Promise<void> {
  const written = { subject, body, updated_at: updatedAt, updated_by: updatedBy }
  await tx
    .insertInto('message_template')
    .values({ organization_id: organization, kind, ...written })
    .onConflict((conflict) => conflict.columns(['organization_id', 'kind']).doUpdateSet(written))
    .execute()
}

/** Forgets the organization's own text; answers whether there was one. */
export async function removeTemplate(
  tx: Transaction,
  organization: OrganizationId,
  kind: TemplateKind,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('message_template')
    .where('organization_id', '=', organization)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
