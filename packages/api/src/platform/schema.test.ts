import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAccount, type House, house } from '../testing/house.ts'
import { namesOf } from './names.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const write = (work: Parameters<House['deps']['writer']['run']>[0]) => home.deps.writer.run(work)
const assignment = () => ({
  id: home.deps.newId('asg'),
  organization_id: home.acme,
  member_id: null,
  group_id: null,
  invitation_id: null,
  project_id: null,
  since: home.now(),
  until: null,
  expires_at: null,
  given_by: null,
  ended_by: null,
  reason: null,
})

test('A32 a row that crosses organizations cannot be stored', async () => {
  const { acme, deps, globex, people, roles } = home
  const foreign = await deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', globex)
    .where('key', '=', 'member')
    .executeTakeFirstOrThrow()
  const group = deps.newId('grp')
  await write(async (tx) => {
    await tx
      .insertInto('group')
      .values({ id: group, organization_id: globex, ...namesOf('Theirs'), since: home.now(), until: null })
      .execute()
  })
  const project = deps.newId('prj')
  await write((tx) =>
    tx
      .insertInto('project')
      .values({ id: project, organization_id: globex, ...namesOf('Theirs'), since: home.now(), until: null })
      .execute(),
  )
  const crossing = [
    { ...assignment(), member_id: people.removed.member, role_id: foreign.id, project_id: null },
    { ...assignment(), group_id: group, role_id: roles.viewer },
    { ...assignment(), member_id: people.viewer.member, role_id: roles.viewer, project_id: project },
    { ...assignment(), organization_id: globex, member_id: people.viewer.member, role_id: foreign.id },
  ]
  for (const values of crossing) {
    await expect(write((tx) => tx.insertInto('assignment').values(values).execute())).rejects.toThrow(
      'FOREIGN KEY constraint failed',
    )
  }
  await expect(
    write((tx) =>
      tx
        .insertInto('group_member')
        .values({
          id: deps.newId('gme'),
          organization_id: acme,
          group_id: group,
          member_id: people.viewer.member,
          child_group_id: null,
          since: home.now(),
          until: null,
          given_by: null,
          ended_by: null,
        })
        .execute(),
    ),
  ).rejects.toThrow('FOREIGN KEY constraint failed')
})

test('D13 A16 the database keeps the last owner whatever asks it to go', async () => {
  const { acme, people } = home
  const member = people.owner.member
  const ending = (table: 'member' | 'assignment') =>
    write((tx) =>
      tx
        .updateTable(table)
        .set({ until: home.now() })
        .where('organization_id', '=', acme)
        .where(table === 'member' ? 'member.id' : 'assignment.member_id', '=', member)
        .where('until', 'is', null)
        .execute(),
    )
  const refused = 'An organization always has an owner'
  await expect(ending('assignment')).rejects.toThrow(refused)
  await expect(ending('member')).rejects.toThrow(refused)
  await home.as('owner').members.changeRoles({
    organization: 'acme',
    members: [people.admin.member ?? ''],
    role: home.roles.owner,
  })
  await ending('member')
  await expect(
    write((tx) =>
      tx
        .updateTable('assignment')
        .set({ until: home.now() })
        .where('organization_id', '=', acme)
        .where('until', 'is', null)
        .execute(),
    ),
  ).rejects.toThrow(refused)
})

test('rows that gave access are ended once and never deleted', async () => {
  const { acme, people } = home
  for (const table of ['member', 'assignment'] as const) {
    await expect(
      write((tx) => tx.deleteFrom(table).where('organization_id', '=', acme).execute()),
    ).rejects.toThrow('never deleted')
  }
  const again = (values: { until: number | null } | { since: number }) =>
    write((tx) => tx.updateTable('member').set(values).where('user_id', '=', people.removed.id).execute())
  await expect(again({ until: null })).rejects.toThrow('a membership ends once')
  await expect(again({ until: home.now() + 1 })).rejects.toThrow('a membership ends once')
  await expect(again({ since: 0 })).rejects.toThrow('a membership ends once')
})

test('a person is in an organization once at a time, and holds one role there', async () => {
  const { acme, people, roles } = home
  const again = {
    organization_id: acme,
    user_id: people.member.id,
    display_name: null,
    title: null,
    source: 'import' as const,
    last_active_at: null,
    since: home.now(),
    until: null,
    ended_by: null,
  }
  await expect(
    write((tx) =>
      tx
        .insertInto('member')
        .values({ id: home.deps.newId('mem'), ...again })
        .execute(),
    ),
  ).rejects.toThrow('UNIQUE')
  await expect(
    write((tx) =>
      tx
        .insertInto('assignment')
        .values({ ...assignment(), member_id: people.member.member, role_id: roles.viewer })
        .execute(),
    ),
  ).rejects.toThrow('UNIQUE')
})

test('owner is never given through a group, and never with an end', async () => {
  const { acme, deps, people, roles } = home
  const group = deps.newId('grp')
  await write((tx) =>
    tx
      .insertInto('group')
      .values({ id: group, organization_id: acme, ...namesOf('Owners'), since: home.now(), until: null })
      .execute(),
  )
  const given = [
    { ...assignment(), group_id: group, role_id: roles.owner },
    { ...assignment(), member_id: people.removed.member, role_id: roles.owner, expires_at: home.now() + 1 },
  ]
  for (const values of given) {
    await expect(write((tx) => tx.insertInto('assignment').values(values).execute())).rejects.toThrow(
      'owner is held by a person, without an end',
    )
  }
})

test('the totals that are kept are what there is to count', async () => {
  const { acme, deps, people } = home
  await home.as('owner').invitations.send({
    organization: 'acme',
    recipients: Array.from({ length: 20 }, (_, index) => `guest-${index}@example.test`),
  })
  const { items } = await home.as('owner').invitations.list({ organization: 'acme', pageSize: 7 })
  await home
    .as('owner')
    .invitations.revoke({ organization: 'acme', invitations: items.map((item) => item.id) })
  await home.as('owner').members.remove({ organization: 'acme', members: [people.viewer.member ?? ''] })
  const account = await addAccount(deps, 'newcomer', home.now())
  await home.as('owner').invitations.send({ organization: 'acme', recipients: [account.email] })
  const mine = await home.asUser(account.id).invitations.mine({})
  await home.asUser(account.id).invitations.accept({ invitation: mine.open[0]?.id ?? '' })

  const count = async (table: 'member' | 'invitation') => {
    const rows = await deps.reader
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organization_id', '=', acme)
      .where(table === 'member' ? 'member.until' : 'invitation.closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    return rows.count
  }
  const kept = await deps.reader
    .selectFrom('organization_total')
    .select(['members', 'invitations'])
    .where('organization_id', '=', acme)
    .executeTakeFirstOrThrow()
  expect(kept).toEqual({ members: await count('member'), invitations: await count('invitation') })
  expect(kept).toEqual({ members: 5, invitations: 13 })
})
