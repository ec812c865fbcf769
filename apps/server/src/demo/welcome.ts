import { DAY, type Instant, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

const SLUG = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** How newcomers are met: letters in Acme's own words, first steps, and invitations that lead to work at once. */
export function meetNewcomers(town: Town, owner: UserId, present: Instant): readonly Event[] {
  return [
    { at: present - 170 * DAY, happens: () => writeTexts(town, owner) },
    { at: present - 160 * DAY, happens: () => writeSteps(town, owner) },
    { at: present - 2 * DAY, happens: () => inviteToWork(town, owner, present) },
  ]
}

async function writeTexts(town: Town, owner: UserId): Promise<void> {
  const { templates } = town.as(owner)
  await templates.update({
    organization: SLUG,
    kind: 'invitation',
    subject: '{inviter} would like you at {organization}',
    body: 'Whatever you would like to know before you decide, ask {inviter}.',
  })
  await templates.update({
    organization: SLUG,
    kind: 'welcome',
    subject: 'Good to have you at {organization}, {name}',
    body: 'On your first page you find what to do first. It takes a quarter of an hour.',
  })
}

async function writeSteps(town: Town, owner: UserId): Promise<void> {
  await town.as(owner).onboarding.update({
    organization: SLUG,
    steps: [
      { title: 'Add a picture of yourself', link: '/account' },
      { title: 'See who else is here', text: 'Start with your own team.', link: `/${SLUG}/members` },
      {
        title: 'Read the handbook',
        text: 'The first two chapters are enough for now.',
        link: 'https://wiki.acme.test/handbook',
      },
    ],
  })
}

/** Two people who are to work in projects from the day they accept, one of them for three months. */
async function inviteToWork(town: Town, owner: UserId, present: Instant): Promise<void> {
  const caller = town.as(owner)
  const projects = await caller.projects.list({ organization: SLUG, pageSize: 2 })
  const groups = await caller.groups.list({ organization: SLUG, pageSize: 1 })
  const roles = await caller.roles.list({ organization: SLUG, level: 'project' })
  const editor = roles.find(({ key }) => key === 'editor')?.id
  const [first, second] = projects.items.map(({ id }) => id)
  if (!editor || !first || !second) return
  await caller.invitations.send({
    organization: SLUG,
    recipients: ['mika@partner.test'],
    projects: [{ project: first, role: editor, expiresAt: present + 90 * DAY + 3 * HOUR }],
    message: 'You would start with the migration.',
  })
  await caller.invitations.send({
    organization: SLUG,
    recipients: ['noor@partner.test'],
    projects: [
      { project: first, role: editor },
      { project: second, role: editor },
    ],
    groups: groups.items.map(({ id }) => id),
    defaultProjects: true,
  })
}
