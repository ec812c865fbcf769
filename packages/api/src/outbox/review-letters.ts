import { isId } from '@roster/domain'
import { reviewAssigned } from '@roster/mail'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** That somebody is to decide about items of a review; pointless once it has ended or they have decided. */
export const composeReviewAssigned: Compose = async (deps, message, now) => {
  const reader = await account(deps, textFact(message.facts, 'to') ?? '')
  if (!reader || !isId('rev', message.reference_id)) return null
  const review = await deps.reader
    .selectFrom('review as r')
    .innerJoin('organization as o', 'o.id', 'r.organization_id')
    .innerJoin('user as u', 'u.id', 'r.started_by')
    .select([
      'r.id',
      'r.name',
      'r.fallback',
      'r.deadline',
      'o.name as organization',
      'o.slug',
      'u.name as by',
    ])
    .select((eb) =>
      eb
        .selectFrom('review_item as i')
        .select(({ fn }) => fn.countAll<number>().as('items'))
        .whereRef('i.review_id', '=', 'r.id')
        .whereRef('i.organization_id', '=', 'r.organization_id')
        .where('i.reviewer_id', '=', reader.id)
        .where('i.decision', 'is', null)
        .as('items'),
    )
    .where('r.id', '=', message.reference_id)
    .where('r.state', '=', 'open')
    .where('o.until', 'is', null)
    .executeTakeFirst()
  if (!review?.items || review.deadline <= now) return null
  const { name, organization, by, items, fallback, deadline } = review
  const rendered = reviewAssigned({
    ...{ name: reader.name, organization, review: name, by, items, fallback, deadline, now },
    link: `${deps.instance.url}/${review.slug}/reviews/${review.id}`,
    host: hostOf(deps),
  })
  return { to: reader.email, rendered }
}
