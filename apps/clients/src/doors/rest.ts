import { z } from 'zod'
import { type Door, Refused } from './door.ts'
import { Invitation, Member, one, ProjectMembers, Result, Roles } from './found.ts'

const Members = z.object({ items: z.array(Member.extend({ id: z.string() })) })
const Invitations = z.object({ items: z.array(Invitation) })
const RolesFound = z.object({ items: Roles })
const Results = z.object({ results: z.array(Result) })
const Projects = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
const Problem = z.object({ code: z.string() })

/** The programs' door, with nothing but HTTP. */
export const rest: Door = {
  name: 'REST',
  as({ url, organization }, { key }) {
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      const said: unknown = text === '' ? null : JSON.parse(text)
      if (!answer.ok) throw new Refused(Problem.parse(said).code)
      return said
    }
    const here = `/organizations/${organization}`
    const members = async () => Members.parse(await ask('GET', `${here}/members?page_size=100`)).items
    const open = async () => Invitations.parse(await ask('GET', `${here}/invitations?page_size=100`)).items
    const role = async (roleKey: string, level = 'organization') =>
      one(
        RolesFound.parse(await ask('GET', `${here}/roles?level=${level}`)).items.find(
          (found) => found.key === roleKey,
        ),
        roleKey,
      ).id
    const memberOf = async (email: string) =>
      one(
        (await members()).find((found) => found.email === email),
        email,
      ).id
    const invitationOf = async (email: string) =>
      one(
        (await open()).find((found) => found.recipient.email === email),
        email,
      ).id
    const project = async (name: string) =>
      one(
        Projects.parse(await ask('GET', `${here}/projects`)).items.find((found) => found.name === name),
        name,
      ).id
    return {
      members: async () => (await members()).map(({ email, role }) => ({ email, role: role.key })),
      async invite(recipients, roleKey) {
        const asked = roleKey === null ? {} : { role: await role(roleKey) }
        const { results } = Results.parse(await ask('POST', `${here}/invitations`, { recipients, ...asked }))
        return results.map((said, place) => ({
          recipient: recipients[place] ?? '',
          outcome: said.ok ? said.result.outcome : said.refusal.code,
        }))
      },
      invitations: async () =>
        (await open()).map(({ recipient, role, status }) => ({
          email: recipient.email,
          role: role.key ?? '',
          status,
        })),
      async resend(email) {
        await ask('POST', `${here}/invitations/${await invitationOf(email)}/resend`)
      },
      async revoke(email) {
        await ask('POST', `${here}/invitations/${await invitationOf(email)}/revoke`)
      },
      async setRole(email, roleKey) {
        await ask('PUT', `${here}/members/${await memberOf(email)}/role`, { role: await role(roleKey) })
      },
      async remove(email) {
        await ask('DELETE', `${here}/members/${await memberOf(email)}`)
      },
      async setProjectRole(email, name, roleKey) {
        const at = `/projects/${await project(name)}/members/${await memberOf(email)}`
        await ask('PUT', at, { role: await role(roleKey, 'project') })
      },
      projectMembers: async (name) =>
        ProjectMembers.parse(await ask('GET', `/projects/${await project(name)}/members`)).items.map(
          ({ email, role }) => ({ email, role: role?.key ?? null }),
        ),
    }
  },
}
