import { issueSetUpLink } from '@roster/api'
import { DAY, type Instant, type InvitationId, isId, type UserId } from '@roster/domain'
import { type Chance, chance } from './chance.ts'
import { formGroups } from './groups.ts'
import { agreeOnRules } from './house-rules.ts'
import { type DemoPerson, people } from './people.ts'
import { connectPrograms } from './programs.ts'
import { foundProjects } from './projects.ts'
import { askToJoin } from './requests.ts'
import { reviewAccess } from './reviews.ts'
import { defineRoles } from './roles.ts'
import { demoPassword, type Town } from './town.ts'
import { meetNewcomers } from './welcome.ts'

const SLUG = 'acme'
const HOUR = 3_600_000
const MONTHS_OF_HISTORY = 9
const PEOPLE_IN_THE_END = 300

export interface Told {
  readonly email: string
  readonly password: string
  readonly members: number
}

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/**
 * Tells nine months of an organization of some three hundred people, up to the present: everything is done by the
 * commands that people use, so the audit trail is as real as the rest.
 */
export async function tellStory(town: Town, present: Instant): Promise<Told> {
  const luck = chance(1815)
  const next = people(luck, 'acme.test')
  const password = demoPassword()
  const first = next()
  const owner = await setUp(town, first, password)
  const events: Event[] = []
  const story = new Story(town, luck, password, owner, present, events)
  const days = Math.floor((present - town.now()) / DAY)
  for (let day = 0; day < days; day++) {
    const wave = luck.percent(34) ? luck.whole(1, Math.ceil((PEOPLE_IN_THE_END / days) * 5.5)) : 0
    const invited = Array.from({ length: wave }, next)
    if (invited.length > 0) {
      const at = town.now() + day * DAY + luck.whole(0, 9) * HOUR
      events.push({ at, happens: () => story.invite(invited) })
    }
  }
  // People of a partner, asked lately: still open, with less than two days left.
  const partners = Array.from({ length: 3 }, people(chance(1843), 'partner.test'))
  for (const [at, { email }] of partners.entries()) {
    const hours = 6 * 24 - 9 * at
    events.push({ at: present - hours * HOUR, happens: () => story.ask(email) })
  }
  events.push(...foundProjects(town, owner, chance(1852), present))
  events.push(...formGroups(town, owner, present))
  events.push(...agreeOnRules(town, owner, present))
  events.push(...defineRoles(town, owner, present))
  events.push(...meetNewcomers(town, owner, present))
  events.push(...askToJoin(town, owner, present))
  events.push(...reviewAccess(town, owner, present))
  events.push(...connectPrograms(town, owner, present))
  await story.run()
  const { total } = await town.as(owner).members.list({ organization: SLUG, pageSize: 1 })
  return { email: first.email, password, members: total }
}

async function setUp(town: Town, first: DemoPerson, password: string): Promise<UserId> {
  const link = await issueSetUpLink(town.deps)
  const secret = link?.split('#')[1]
  if (!secret) throw new Error('This data directory is set up already. Point ROSTER_DATA at an empty one.')
  const { name, username, email } = first
  const organization = { name: 'Acme', slug: SLUG }
  await town.as(null).identity.setUp({ secret, name, username, email, password, organization })
  return accountOf(town, email)
}

async function accountOf(town: Town, email: string): Promise<UserId> {
  const { id } = await town.deps.reader
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

class Story {
  readonly #town: Town
  readonly #luck: Chance
  readonly #password: string
  readonly #owner: UserId
  readonly #present: Instant
  readonly #events: Event[]
  /** Those who invite: the owner, and admins as they are made. */
  readonly #inviters: [UserId, ...UserId[]]

  constructor(town: Town, luck: Chance, password: string, owner: UserId, present: Instant, events: Event[]) {
    this.#town = town
    this.#luck = luck
    this.#password = password
    this.#owner = owner
    this.#present = present
    this.#events = events
    this.#inviters = [owner]
  }

  /** Lets everything happen in the order of time, up to the present. */
  async run(): Promise<void> {
    for (;;) {
      this.#events.sort((a, b) => a.at - b.at)
      const event = this.#events.shift()
      if (!event || event.at >= this.#present) break
      this.#town.goTo(event.at)
      await event.happens()
      await this.#town.deliverMail()
    }
    this.#town.goTo(this.#present)
    await this.#town.deliverMail()
    await this.#town.deps.activity.flush(this.#town.deps.writer, this.#present)
  }

  async invite(invited: readonly DemoPerson[]): Promise<void> {
    const inviter = this.#luck.pick(this.#inviters)
    const roles = await this.#town.as(inviter).roles.list({ organization: SLUG })
    const key = this.#luck.percent(12) ? 'viewer' : this.#luck.percent(4) ? 'admin' : 'member'
    const role = roles.find((one) => one.key === key)?.id
    const addresses = invited.map(({ email }) => (this.#luck.percent(2) ? `gone.${email}` : email))
    const sent = await this.#town.as(inviter).invitations.send({
      organization: SLUG,
      recipients: addresses,
      ...(role ? { role } : {}),
      message: this.#luck.percent(30) ? 'Welcome aboard. Write to me if anything is unclear.' : null,
      expiryDays: this.#luck.percent(15) ? 14 : 7,
    })
    for (const [at, outcome] of sent.entries()) {
      const person = invited[at]
      if (outcome.ok && person) this.#decideFate(person, outcome.result.invitation, inviter)
    }
  }

  /** Invites somebody who has not answered by the present. */
  async ask(email: string): Promise<void> {
    await this.#town
      .as(this.#owner)
      .invitations.send({ organization: SLUG, recipients: [email], message: null, expiryDays: 7 })
  }

  #decideFate(person: DemoPerson, invitation: InvitationId, inviter: UserId): void {
    const luck = this.#luck
    const later = this.#town.now() + luck.whole(1, 6 * 24) * HOUR
    // Of a hundred: four decline, four are revoked, eight never answer, and the others join.
    const fate = luck.whole(1, 100)
    if (fate <= 4) this.#later(later, () => this.#decline(invitation))
    else if (fate <= 8) this.#later(later, () => this.#revoke(inviter, invitation))
    else if (fate > 16) this.#later(later, () => this.#join(person, invitation))
  }

  #later(at: Instant, happens: () => Promise<void>): void {
    this.#events.push({ at, happens })
  }

  async #secretOf(invitation: InvitationId): Promise<string> {
    const { generation } = await this.#town.deps.reader
      .selectFrom('invitation')
      .select('generation')
      .where('id', '=', invitation)
      .executeTakeFirstOrThrow()
    return `m.${this.#town.deps.links.secret('invitation-mailed', invitation, generation)}`
  }

  async #join(person: DemoPerson, invitation: InvitationId): Promise<void> {
    const { name, username, email } = person
    const secret = await this.#secretOf(invitation)
    const view = await this.#town.as(null).invitations.view({ invitation, secret })
    if (!view.acceptable || view.email !== email) return
    const account = { name, username, email, password: this.#password }
    await this.#town.as(null).invitations.opened({ invitation, secret })
    await this.#town.as(null).identity.signUp({ ...account, invitation: { id: invitation, secret } })
    const user = await accountOf(this.#town, email)
    const { role } = await this.#town.as(user).invitations.accept({ invitation, secret })
    await this.#settleIn(user, person, role.key)
  }

  /** What comes of somebody who joined: a title, perhaps another role, perhaps leaving, and visits. */
  async #settleIn(user: UserId, person: DemoPerson, role: string | null): Promise<void> {
    const luck = this.#luck
    const { me } = await this.#town.as(user).organizations.get({ organization: SLUG })
    if (role === 'admin') this.#inviters.push(user)
    const member = me.member
    if (luck.percent(70)) {
      await this.#town.as(this.#owner).members.update({ organization: SLUG, member, title: person.title })
    }
    const days = (from: number, to: number) => this.#town.now() + luck.whole(from * 24, to * 24) * HOUR
    if (role !== 'admin' && luck.percent(6)) {
      this.#later(days(10, 90), async () => {
        const roles = await this.#town.as(this.#owner).roles.list({ organization: SLUG })
        const viewer = roles.find((one) => one.key === (role === 'viewer' ? 'member' : 'viewer'))
        if (viewer) {
          await this.#town
            .as(this.#owner)
            .members.changeRoles({ organization: SLUG, members: [member], role: viewer.id })
        }
      })
    }
    const gone = role !== 'admin' && luck.percent(11)
    const leaves = days(20, 200)
    if (gone) {
      this.#later(leaves, async () => {
        if (luck.percent(40)) await this.#town.as(user).members.leave({ organization: SLUG })
        else await this.#town.as(this.#owner).members.remove({ organization: SLUG, members: [member] })
      })
    }
    // The last visit is all that shows: most were here lately, some have not been for months.
    const lately = luck.percent(78) ? luck.whole(0, 9 * 24) * HOUR : luck.whole(10, 160) * DAY
    const visit = Math.max(this.#town.now() + HOUR, this.#present - lately)
    if (!gone || visit < leaves) {
      this.#later(visit, async () => {
        await this.#town.as(user).organizations.get({ organization: SLUG })
      })
    }
  }

  async #decline(invitation: InvitationId): Promise<void> {
    const secret = await this.#secretOf(invitation)
    await this.#town.as(null).invitations.decline({ invitation, secret })
  }

  async #revoke(inviter: UserId, invitation: InvitationId): Promise<void> {
    if (!isId('inv', invitation)) return
    await this.#town.as(inviter).invitations.revoke({ organization: SLUG, invitations: [invitation] })
  }
}

/** How long before the present the story begins. */
export const HISTORY_MS = MONTHS_OF_HISTORY * 30 * DAY
