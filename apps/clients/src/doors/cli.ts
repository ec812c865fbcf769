import { z } from 'zod'
import { commandLine } from '../cli/told.ts'
import { type Door, Refused } from './door.ts'
import { Invitation, Member, ProjectMembers, Result } from './found.ts'

const Stopped = z.object({ error: z.object({ code: z.string().nullable(), message: z.string() }) })
const OK = [0, 4]
const REFUSED = 3

/** The command line, as a shell starts it. */
export const cli: Door = {
  name: 'the command line',
  as({ url, organization }, { key }) {
    const roster = commandLine({ ROSTER_URL: url, ROSTER_KEY: key, ROSTER_ORG: organization })
    const ask = async (...words: readonly string[]): Promise<unknown> => {
      const { said, noted, exit } = await roster([...words, '--json'])
      // Where every one of many is refused, each says why.
      if (OK.includes(exit) || (exit === REFUSED && said !== '')) return JSON.parse(said)
      throw new Refused(Stopped.parse(JSON.parse(noted)).error.code ?? noted)
    }
    return {
      members: async () =>
        z
          .array(Member)
          .parse(await ask('members', 'list'))
          .map(({ email, role }) => ({ email, role: role.key })),
      async invite(recipients, role) {
        const asked = role === null ? [] : ['--role', role]
        const results = z.array(Result).parse(await ask('invite', ...recipients, ...asked))
        return results.map((one, place) => ({
          recipient: recipients[place] ?? '',
          outcome: one.ok ? one.result.outcome : one.refusal.code,
        }))
      },
      invitations: async () =>
        z
          .array(Invitation)
          .parse(await ask('invitations', 'list'))
          .map(({ recipient, role, status }) => ({ email: recipient.email, role: role.key ?? '', status })),
      resend: async (email) => void (await ask('invitations', 'resend', email)),
      revoke: async (email) => void (await ask('invitations', 'revoke', email)),
      setRole: async (email, role) => void (await ask('members', 'set-role', email, role)),
      remove: async (email) => void (await ask('members', 'remove', email, '--yes')),
      setProjectRole: async (email, project, role) =>
        void (await ask('projects', 'set-role', project, email, role)),
      projectMembers: async (project) =>
        ProjectMembers.parse({ items: await ask('projects', 'members', project) }).items.map(
          ({ email, role }) => ({ email, role: role?.key ?? null }),
        ),
    }
  },
}
