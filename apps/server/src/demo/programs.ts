import { DAY, type Instant, type RoleId, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

const SLUG = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/**
 * What works at the demo organization besides people: two service accounts, keys whose secrets nobody ever sees, and
 * a webhook that is switched off. Nothing is ever sent: it is off before anything could be, and its address, of a
 * domain that is kept for tests, leads nowhere.
 */
export function connectPrograms(town: Town, owner: UserId, present: Instant): readonly Event[] {
  return [
    { at: present - 84 * DAY + 10 * HOUR, happens: () => exportNightly(town, owner) },
    { at: present - 40 * DAY + 14 * HOUR, happens: () => deploy(town, owner) },
    { at: present - 12 * DAY + 11 * HOUR, happens: () => tellChat(town, owner) },
    { at: present - 3 * DAY + 15 * HOUR, happens: () => rotateExport(town, owner) },
  ]
}

async function exportNightly(town: Town, owner: UserId): Promise<void> {
  const caller = town.as(owner)
  const viewer = await roleOf(town, owner, 'organization', 'viewer')
  const { member } = await caller.serviceAccounts.create({
    organization: SLUG,
    name: 'Nightly export',
    description: 'Takes who is here to the warehouse of finance.',
    role: viewer,
  })
  await caller.keys.create({
    organization: SLUG,
    name: 'Export of the warehouse',
    for: member,
    role: viewer,
    permissions: ['organization.read', 'members.read'],
    expiryDays: 90,
  })
}

/** A service account that has no key yet, and one of the project for whoever looks after it. */
async function deploy(town: Town, owner: UserId): Promise<void> {
  const caller = town.as(owner)
  await caller.serviceAccounts.create({
    organization: SLUG,
    name: 'Deploy bot',
    description: 'Is to bring new versions to Apollo.',
    role: await roleOf(town, owner, 'organization', 'viewer'),
  })
  const { items } = await caller.projects.list({ organization: SLUG, search: 'Apollo' })
  const [apollo] = items
  if (!apollo) return
  await caller.keys.create({
    organization: SLUG,
    name: 'Dashboard of the lander',
    project: apollo.id,
    role: await roleOf(town, owner, 'project', 'viewer'),
    expiryDays: 365,
  })
}

async function tellChat(town: Town, owner: UserId): Promise<void> {
  const { webhooks } = town.as(owner)
  const { webhook } = await webhooks.create({
    organization: SLUG,
    name: 'Chat of the team',
    url: 'https://chat.acme.test/hooks/roster',
    events: ['member.joined', 'member.left', 'project.*'],
  })
  await webhooks.disable({ organization: SLUG, webhook })
}

async function rotateExport(town: Town, owner: UserId): Promise<void> {
  const { keys } = town.as(owner)
  const { items } = await keys.list({ organization: SLUG })
  const key = items.find(({ name }) => name === 'Export of the warehouse')
  if (key) await keys.rotate({ organization: SLUG, key: key.id, overlapHours: 168 })
}

async function roleOf(
  town: Town,
  owner: UserId,
  level: 'organization' | 'project',
  key: string,
): Promise<RoleId> {
  const roles = await town.as(owner).roles.list({ organization: SLUG, level })
  const role = roles.find((one) => one.key === key)
  if (!role) throw new Error(`There is no built-in role ${key}.`)
  return role.id
}
