import { DAY, type Instant, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

const organization = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** Access is looked through twice: once to the sealed report, and once so that something waits for the owner. */
export function reviewAccess(town: Town, owner: UserId, present: Instant): readonly Event[] {
  return [
    { at: present - 9 * DAY, happens: () => closed(town, owner) },
    { at: present - 4 * DAY, happens: () => underWay(town, owner, present) },
  ]
}

/** Everybody who rested for a month, at the organization: kept, since they act again later in the story. */
async function closed(town: Town, owner: UserId): Promise<void> {
  const review = await start(town, owner, {
    ...{ scope: 'organization', inactiveDays: 30, name: 'Who rests' },
    ...{ fallback: 'keep', deadline: town.now() + 14 * DAY },
  })
  if (!review) return
  const { items } = await town.as(owner).reviews.items({ organization, review, show: 'left', pageSize: 100 })
  town.goTo(town.now() + 3 * HOUR)
  const [first, ...others] = items.map(({ id }) => id)
  const decide = (some: typeof others, note?: string) =>
    town.as(owner).reviews.decide({ organization, review, items: some, decision: 'keep', note })
  if (first) await decide([first], 'On leave until spring.')
  if (others.length > 0) await decide(others)
  town.goTo(town.now() + HOUR)
  await town.as(owner).reviews.close({ organization, review })
}

/** Every role in projects; half of what is the owner's to decide is decided. */
async function underWay(town: Town, owner: UserId, present: Instant): Promise<void> {
  const review = await start(town, owner, {
    ...{ scope: 'projects', name: 'Roles in projects' },
    ...{ fallback: 'keep', deadline: present + 10 * DAY },
  })
  if (!review) return
  const { items } = await town.as(owner).reviews.items({ organization, review, show: 'left', pageSize: 100 })
  town.goTo(town.now() + 2 * HOUR)
  const half = items.slice(0, Math.floor(items.length / 2)).map(({ id }) => id)
  if (half.length === 0) return
  await town.as(owner).reviews.decide({ organization, review, items: half, decision: 'keep' })
}

type Terms = Omit<Parameters<ReturnType<Town['as']>['reviews']['start']>[0], 'organization' | 'reviewers'>

/** Shared out among the owner and two who may do as much; nothing where there is nothing to look at. */
async function start(town: Town, owner: UserId, terms: Terms) {
  const roles = await town.as(owner).roles.list({ organization })
  const reviewers = []
  for (const key of ['owner', 'admin']) {
    const role = roles.find((one) => one.key === key)?.id
    const { items } = await town.as(owner).members.list({ organization, role, pageSize: 2 })
    reviewers.push(...items.map(({ member }) => member))
  }
  const { scope, inactiveDays } = terms
  const { refusal } = await town.as(owner).reviews.preview({ organization, scope, inactiveDays, reviewers })
  if (refusal) return null
  const { review } = await town.as(owner).reviews.start({ organization, reviewers, ...terms })
  return review
}
