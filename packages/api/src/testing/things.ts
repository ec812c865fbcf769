import type {
  ApiKeyId,
  AssignmentId,
  ChangeId,
  DeliveryId,
  DomainId,
  GroupId,
  ImportId,
  InvitationId,
  MemberId,
  OneTimeLinkId,
  OrganizationId,
  ProjectId,
  RequestId,
  ReviewId,
  ReviewItemId,
  RoleId,
  ServiceAccountId,
  SessionId,
  StepId,
  UserId,
  WebhookId,
} from '@roster/domain'
import { beginAssignment } from '../assignments/store.ts'
import { insertGroup, putInGroup } from '../groups/store.ts'
import { beginMembership } from '../members/store.ts'
import { writeSteps } from '../onboarding/store.ts'
import { insertProject } from '../projects/store.ts'
import { insertRequest } from '../requests/store.ts'
import { aWebhook } from './a-webhook.ts'
import { addAccount, type House } from './house.ts'
import { projectRole as projectRoleOf } from './places.ts'

/** One of everything that has an id, in one organization or about one person of it. */
export interface Things {
  readonly organization: OrganizationId
  /** Somebody who owns the organization, and their membership, session and one-time link. */
  readonly owner: UserId
  readonly ownerMember: MemberId
  readonly session: SessionId
  readonly link: OneTimeLinkId
  /** Somebody else in it, who owns nothing. */
  readonly user: UserId
  readonly member: MemberId
  readonly role: RoleId
  /** A private project with somebody and a group in it, and the group. */
  readonly project: ProjectId
  readonly group: GroupId
  /** A group inside that group, with nobody in it. */
  readonly child: GroupId
  /** What the member holds in the project. */
  readonly assignment: AssignmentId
  /** The viewer role of projects. */
  readonly projectRole: RoleId
  /** One of the first steps of new members. */
  readonly step: StepId
  /** A call that offboarded somebody. */
  readonly offboarding: ChangeId
  /** An open review of the project, and an item of it that is the owner's to decide. */
  readonly review: ReviewId
  readonly reviewItem: ReviewItemId
  /** A file of one row that is there, and one whose row is still to come. */
  readonly running: ImportId
  readonly loading: ImportId
  /** Sent and not answered. */
  readonly invitation: InvitationId
  /** Of somebody outside who asks to join. */
  readonly request: RequestId
  /** A domain that waits for its proof, and one that is proven. */
  readonly domain: DomainId
  readonly provenDomain: DomainId
  /** A service account with the same role as the member, its membership, and a key of it. */
  readonly serviceAccount: ServiceAccountId
  readonly serviceMember: MemberId
  readonly key: ApiKeyId
  /** A webhook that gets every event, and one of these on its way. */
  readonly webhook: WebhookId
  readonly delivery: DeliveryId
  /** What opens the invitation, as it stands behind the # of a mailed link. */
  readonly secret: string
}

/** Furnishes both organizations with one of everything. */
export async function thingsOf(home: House): Promise<{ readonly acme: Things; readonly globex: Things }> {
  const { people, roles, deps } = home
  const guest = await joinGlobex(home)
  const globexRole = await deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.globex)
    .where('level', '=', 'organization')
    .where('key', '=', 'viewer')
    .executeTakeFirstOrThrow()
  return {
    acme: await things(home, home.acme, people.owner.id, people.viewer.id, roles.viewer),
    globex: await things(home, home.globex, people.outsider.id, guest, globexRole.id),
  }
}

async function things(
  home: House,
  organization: OrganizationId,
  owner: UserId,
  user: UserId,
  role: RoleId,
): Promise<Things> {
  const { deps } = home
  const invitation = await invite(home, organization, owner)
  const { email } = await deps.reader
    .selectFrom('user')
    .select('email')
    .where('id', '=', owner)
    .executeTakeFirstOrThrow()
  const session = deps.newId('ses')
  const link = deps.newId('otl')
  const now = home.now()
  await deps.writer.run(async (tx) => {
    await tx
      .insertInto('session')
      .values({
        token_hash: `hash of ${session}`,
        id: session,
        user_id: owner,
        created_at: now,
        expires_at: now + 1_000_000,
        ends_at: now + 1_000_000,
        last_seen_at: now,
        address: '192.0.2.1',
        user_agent: '',
      })
      .execute()
    await tx
      .insertInto('one_time_link')
      .values({
        id: link,
        purpose: 'reset-password',
        user_id: owner,
        email,
        created_at: now,
        expires_at: now + 1_000_000,
        used_at: null,
        asked_by: null,
        organization_id: null,
      })
      .execute()
  })
  const member = await memberOf(home, organization, user)
  const projectRole = await projectRoleOf(home, organization, 'viewer')
  const places = await furnish(home, organization, member, projectRole)
  return {
    organization,
    ...places,
    projectRole,
    step: await firstStep(home, organization),
    offboarding: await offboarding(home, organization, owner, role),
    ...(await aReview(home, organization, owner, places.project)),
    ...(await imports(home, organization, owner)),
    ...(await aProgram(home, organization, owner, role)),
    ...(await aWebhook(home, organization, owner)),
    owner,
    ownerMember: await memberOf(home, organization, owner),
    session,
    link,
    user,
    member,
    role,
    invitation,
    request: await ask(home, organization),
    domain: await addDomain(home, organization, 'waiting', null),
    provenDomain: await addDomain(home, organization, 'proven', now),
    secret: `m.${deps.links.secret('invitation-mailed', invitation, 1)}`,
  }
}

/** A domain named after what is known of it and after its organization, so that it is nobody else's. */
async function addDomain(
  home: House,
  organization: OrganizationId,
  name: string,
  verifiedAt: number | null,
): Promise<DomainId> {
  const id = home.deps.newId('dom')
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('domain')
      .values({
        id,
        organization_id: organization,
        name: `${name}-${organization.slice(-4)}.test`,
        mailbox: 'postmaster',
        sent_at: home.now(),
        expires_at: home.now() + 1_000_000,
        verified_at: verifiedAt,
        auto_join_role_id: null,
        added_by: null,
        since: home.now(),
        until: null,
        ended_by: null,
      })
      .execute(),
  )
  return id
}

/** A review of everything in the project, with the owner as its reviewer. */
async function aReview(home: House, organization: OrganizationId, owner: UserId, project: ProjectId) {
  const reviewer = await memberOf(home, organization, owner)
  const caller = home.asUser(owner)
  const { review } = await caller.reviews.start({
    ...{ organization, scope: 'project', project, reviewers: [reviewer] },
    ...{ name: 'Spring', fallback: 'keep', deadline: home.now() + 86_400_000 },
  })
  const { items } = await caller.reviews.items({ organization, review })
  const reviewItem = items[0]?.id
  if (!reviewItem) throw new Error('somebody is in the project')
  return { review, reviewItem }
}

/** Two files of one row each: one that can be run, and one that is not there yet. */
async function imports(home: House, organization: OrganizationId, owner: UserId) {
  const caller = home.asUser(owner).imports
  const file = { organization, name: 'people.csv', total: 1 }
  const { import: running } = await caller.open(file)
  const { import: loading } = await caller.open(file)
  const lines = [{ line: 2, cells: { recipient: 'eve@example.test' } }]
  await caller.load({ organization, import: running, lines })
  return { running, loading }
}

/** A service account with two keys: a list of them has two pages; and another service account. */
async function aProgram(home: House, organization: OrganizationId, owner: UserId, role: RoleId) {
  const { serviceAccounts, keys } = home.asUser(owner)
  const { serviceAccount, member } = await serviceAccounts.create({ organization, name: 'Nightly', role })
  await serviceAccounts.create({ organization, name: 'Weekly', role })
  const { key } = await keys.create({ organization, name: 'CI', role, for: member })
  await keys.create({ organization, name: 'CD', role, for: member })
  return { serviceAccount, serviceMember: member, key: key.id }
}

/** Somebody came and went. */
async function offboarding(home: House, organization: OrganizationId, owner: UserId, role: RoleId) {
  const { deps } = home
  const { id } = await addAccount(deps, `leaver-${organization.slice(-4)}`, home.now())
  const member = await deps.writer.run((tx) =>
    beginMembership(tx, deps.newId, {
      organization,
      user: id,
      role,
      source: 'import',
      by: null,
      now: home.now(),
    }),
  )
  const [gone] = await home
    .asUser(owner)
    .members.offboard({ organization, members: [member], sent: 'revoke' })
  if (!gone?.ok) throw new Error('whoever came goes')
  return gone.result.change
}

/** A project and a group: the group is in the project, and the member is in both. */
async function furnish(
  { deps: { writer, newId }, now }: House,
  organization: OrganizationId,
  member: MemberId,
  role: RoleId,
): Promise<Pick<Things, 'project' | 'group' | 'child' | 'assignment'>> {
  const at = { organization, by: null, now: now() }
  return writer.run(async (tx) => {
    const project = await insertProject(tx, newId, { ...at, name: 'Apollo' })
    const group = await insertGroup(tx, newId, { ...at, name: 'Engineering' })
    const child = await insertGroup(tx, newId, { ...at, name: 'Backend' })
    await putInGroup(tx, newId, { ...at, group, who: { member } })
    await putInGroup(tx, newId, { ...at, group, who: { child } })
    const expiresAt = at.now + 7 * 24 * 60 * 60 * 1_000
    await beginAssignment(tx, newId, { ...at, subject: { group }, role, project, expiresAt })
    const assignment = await beginAssignment(tx, newId, { ...at, subject: { member }, role, project })
    return { project, group, child, assignment }
  })
}

/** Somebody outside asks to join, and so does somebody else: a list of them has two pages. */
async function ask(home: House, organization: OrganizationId): Promise<RequestId> {
  const { deps } = home
  const name = organization === home.acme ? 'acme' : 'globex'
  const made: RequestId[] = []
  for (const user of [`asks-${name}`, `also-asks-${name}`]) {
    const { id } = await addAccount(deps, user, home.now())
    const asked = { organization, user: id, project: null, reason: 'To work with you', now: home.now() }
    made.push(await deps.writer.run((tx) => insertRequest(tx, deps.newId, asked)))
  }
  const [request] = made
  if (!request) throw new Error('nobody asked')
  return request
}

async function firstStep({ deps: { writer, newId } }: House, organization: OrganizationId): Promise<StepId> {
  const id = newId('stp')
  await writer.run((tx) => writeSteps(tx, organization, [{ id, title: 'Say hello', text: '', link: null }]))
  return id
}

async function invite(home: House, organization: OrganizationId, owner: UserId): Promise<InvitationId> {
  const [sent] = await home
    .asUser(owner)
    .invitations.send({ organization, recipients: ['guest@example.test'] })
  if (!sent?.ok) throw new Error(sent?.refusal.message ?? 'nothing was sent')
  const { invitation } = sent.result
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('message')
      .set({ state: 'handed-over', settled_at: home.now(), next_attempt_at: null, outcome: '250 ok' })
      .where('reference_id', '=', invitation)
      .execute(),
  )
  return invitation
}

async function memberOf(home: House, organization: OrganizationId, user: UserId): Promise<MemberId> {
  const row = await home.deps.reader
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Lets the one who was removed from acme into globex by invitation. */
async function joinGlobex(home: House): Promise<UserId> {
  const { email, id } = home.people.removed
  const [sent] = await home
    .as('outsider')
    .invitations.send({ organization: home.globex, recipients: [email] })
  if (!sent?.ok) throw new Error(sent?.refusal.message ?? 'nothing was sent')
  await home.as('removed').invitations.accept({ invitation: sent.result.invitation })
  return id
}
