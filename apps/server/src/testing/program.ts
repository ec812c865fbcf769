import { z } from 'zod'
import { FIRST, type Running } from './running.ts'

const Answer = z.object({ result: z.object({ data: z.unknown() }) })
const Role = z.array(z.object({ id: z.string(), key: z.string().nullable() }))
const Key = z.object({ secret: z.string() })

/** Somebody who set a server up, with what they do at the dashboard and keys for their programs. */
export interface Founder {
  /** Calls a procedure as they do; throws what is refused. */
  ask(procedure: string, input: object): Promise<unknown>
  /** Makes a key of theirs with a built-in role as its ceiling: at the organization, or at one project. */
  key(role: string, project?: string): Promise<string>
}

/** Sets up a server that is new. */
export async function founderOf(server: Running): Promise<Founder> {
  const done = await server.call('identity.setUp', { ...FIRST, secret: server.secret })
  const cookie = done.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const ask = async (procedure: string, input: object) => {
    const answer = await server.call(procedure, { organization: 'acme', ...input }, { cookie })
    if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`)
    return Answer.parse(await answer.json()).result.data
  }
  return {
    ask,
    async key(name, project) {
      const level = project ? { level: 'project' } : {}
      const roles = Role.parse(await ask('roles.list', level))
      const role = roles.find(({ key }) => key === name)?.id
      return Key.parse(await ask('keys.create', { name: 'App', role, ...(project && { project }) })).secret
    },
  }
}
