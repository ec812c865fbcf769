import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Door, Refused } from './door.ts'

const PACKAGE = fileURLToPath(new URL('../../../../packages/sdk-python', import.meta.url))

const Told = z.union([z.object({ refused: z.string() }), z.object({ answer: z.unknown() })])
const Members = z.array(z.object({ email: z.string().nullable(), role: z.string().nullable() }))
const Invitations = z.array(z.object({ email: z.string().nullable(), role: z.string(), status: z.string() }))
const Invited = z.array(z.object({ recipient: z.string(), outcome: z.string() }))

/** The Python client: each step is a program of its own. */
export const python: Door = {
  name: 'the Python client',
  as({ url, organization }, { key }) {
    const ask = async (what: string, ...given: readonly unknown[]): Promise<unknown> => {
      const told = Told.parse(JSON.parse(await program({ url, key, organization, what, with: given })))
      if ('refused' in told) throw new Refused(told.refused)
      return told.answer
    }
    const act = async (what: string, ...given: readonly unknown[]): Promise<void> => {
      await ask(what, ...given)
    }
    return {
      members: async () => Members.parse(await ask('members')),
      invite: async (recipients, role) => Invited.parse(await ask('invite', recipients, role)),
      invitations: async () => Invitations.parse(await ask('invitations')),
      resend: (email) => act('resend', email),
      revoke: (email) => act('revoke', email),
      setRole: (email, role) => act('setRole', email, role),
      remove: (email) => act('remove', email),
      setProjectRole: (email, project, role) => act('setProjectRole', email, project, role),
      projectMembers: async (project) => Members.parse(await ask('projectMembers', project)),
    }
  },
}

/** Whether the machine has Python: without it, its client cannot be tried. */
export function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function program(asked: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'python3',
      ['-B', '-m', 'tests.door'],
      { cwd: PACKAGE },
      (problem, said, complaint) =>
        problem ? reject(new Error(`${problem.message}\n${complaint}`)) : resolve(said),
    )
    child.stdin?.end(JSON.stringify(asked))
  })
}
