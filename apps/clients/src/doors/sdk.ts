import { type OrganizationResources, Roster, RosterError } from '@roster/sdk'
import { type Door, Refused } from './door.ts'
import { one } from './found.ts'

/** The TypeScript SDK. */
export const sdk: Door = {
  name: 'the TypeScript SDK',
  as({ url, organization }, { key }) {
    const client = new Roster({ url, key })
    const here = client.organization(organization)
    const role = async (name: string, level: 'organization' | 'project' = 'organization') =>
      one(
        (await here.roles.list({ level })).items.find((found) => found.key === name),
        name,
      ).id
    const memberOf = async (email: string) => (await found(here.members.list({ pageSize: 100 }), email)).id
    const invitationOf = async (email: string) =>
      one(
        (await here.invitations.list({ pageSize: 100 })).items.find(
          ({ recipient }) => recipient.email === email,
        ),
        email,
      ).id
    const project = async (name: string) =>
      client.project(
        one(
          (await here.projects.list()).items.find((one) => one.name === name),
          name,
        ).id,
      )
    return {
      members: () =>
        said(async () =>
          (await here.members.list({ pageSize: 100 })).items.map(({ email, role }) => ({
            email,
            role: role.key,
          })),
        ),
      invite: (recipients, key) =>
        said(async () => {
          const asked = key === null ? {} : { roleId: await role(key) }
          const { results } = await here.invitations.create([...recipients], asked)
          return results.map((one, place) => ({
            recipient: recipients[place] ?? '',
            outcome: one.ok ? one.result.outcome : one.refusal.code,
          }))
        }),
      invitations: () =>
        said(async () =>
          (await here.invitations.list({ pageSize: 100 })).items.map(({ recipient, role, status }) => ({
            email: recipient.email,
            role: role.key ?? '',
            status,
          })),
        ),
      resend: (email) => done(async () => here.invitations.resend(await invitationOf(email))),
      revoke: (email) => done(async () => here.invitations.revoke(await invitationOf(email))),
      setRole: (email, key) =>
        done(async () => here.members.updateRole(await memberOf(email), { roleId: await role(key) })),
      remove: (email) => done(async () => here.members.remove(await memberOf(email))),
      setProjectRole: (email, name, key) =>
        done(async () =>
          (await project(name)).members.updateRole(await memberOf(email), {
            roleId: await role(key, 'project'),
          }),
        ),
      projectMembers: (name) =>
        said(async () =>
          (await (await project(name)).members.list()).items.map(({ email, role }) => ({
            email,
            role: role?.key ?? null,
          })),
        ),
    }
  },
}

async function found(list: ReturnType<OrganizationResources['members']['list']>, email: string) {
  return one(
    (await list).items.find((member) => member.email === email),
    email,
  )
}

/** What the SDK answers; its error as the story knows refusals. */
async function said<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (reason) {
    throw reason instanceof RosterError && reason.code ? new Refused(reason.code) : reason
  }
}

async function done(act: () => Promise<unknown>): Promise<void> {
  await said(act)
}
