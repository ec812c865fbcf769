import { z } from 'zod'
import { type Door, Refused } from './door.ts'
import { Invitation, Member, one, ProjectMembers, Result, Roles } from './found.ts'

const Members = z.object({ items: z.array(Member.extend({ member: z.string() })) })
const Invitations = z.object({ items: z.array(Invitation) })
const Results = z.array(Result)
const Projects = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

const Done = z.array(z.object({ ok: z.boolean(), refusal: z.object({ code: z.string() }).optional() }))

/** The browser's door, as the pages use it. */
export const trpc: Door = {
  name: 'tRPC',
  as({ call, organization }, { cookie }) {
    const ask = (procedure: string, input: object = {}) => call(cookie, procedure, { organization, ...input })
    const members = async () => Members.parse(await ask('members.list', { pageSize: 100 })).items
    const open = async () => Invitations.parse(await ask('invitations.list', { pageSize: 100 })).items
    const role = async (key: string, level?: string) =>
      one(
        Roles.parse(await ask('roles.list', level ? { level } : {})).find((found) => found.key === key),
        key,
      ).id
    const memberOf = async (email: string) =>
      one(
        (await members()).find((found) => found.email === email),
        email,
      ).member
    const invitationOf = async (email: string) =>
      one(
        (await open()).find((found) => found.recipient.email === email),
        email,
      ).id
    const project = async (name: string) =>
      one(
        Projects.parse(await ask('projects.list')).items.find((found) => found.name === name),
        name,
      ).id
    /** The one thing that was done, or why it was not. */
    const single = async (procedure: string, input: object) => {
      for (const said of Done.parse(await ask(procedure, input)))
        if (!said.ok) throw new Refused(said.refusal?.code ?? 'unknown')
    }
    return {
      members: async () => (await members()).map(({ email, role }) => ({ email, role: role.key })),
      async invite(recipients, key) {
        const asked = key === null ? {} : { role: await role(key) }
        const results = Results.parse(await ask('invitations.send', { recipients, ...asked }))
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
      resend: async (email) => single('invitations.resend', { invitations: [await invitationOf(email)] }),
      revoke: async (email) => single('invitations.revoke', { invitations: [await invitationOf(email)] }),
      setRole: async (email, key) =>
        single('members.changeRoles', { members: [await memberOf(email)], role: await role(key) }),
      remove: async (email) => single('members.remove', { members: [await memberOf(email)] }),
      setProjectRole: async (email, name, key) =>
        single('assignments.assign', {
          members: [await memberOf(email)],
          projects: [await project(name)],
          role: await role(key, 'project'),
        }),
      projectMembers: async (name) =>
        ProjectMembers.parse(await ask('projects.members', { project: await project(name) })).items.map(
          ({ email, role }) => ({ email, role: role?.key ?? null }),
        ),
    }
  },
}
