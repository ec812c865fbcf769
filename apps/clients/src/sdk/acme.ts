import { Roster, type Settings } from '@roster/sdk'
import { type Running, running } from '@roster/server/src/testing/running.ts'
import { type Town, town } from '../doors/town.ts'

/** A running server with Acme on it: an owner, an admin and a member, each with a key, and a project called Site. */
export interface Acme {
  readonly server: Running
  readonly town: Town
  /** A client with the key of one of them. */
  as(who: keyof Town['people'], settings?: Partial<Settings>): Roster
  /** The id of a built-in role. */
  role(level: 'organization' | 'project', key: string): string
  readonly project: string
  stop(): Promise<void>
}

/** Starts one of its own. */
export async function acme(): Promise<Acme> {
  const server = await running({ ROSTER_TRUST_PROXY: 'true' })
  const made = await town(server)
  const { site, people } = made
  const ask = async (procedure: string, input: object = {}) =>
    itemsOf(await site.call(people.owner.cookie, procedure, { organization: 'acme', ...input }))
  const roles = {
    organization: await ask('roles.list', { level: 'organization' }),
    project: await ask('roles.list', { level: 'project' }),
  }
  const [project] = await ask('projects.list')
  return {
    server,
    town: made,
    as: (who, settings) => new Roster({ url: server.listening, key: people[who].key, ...settings }),
    role(level, key) {
      const found = roles[level].find((role) => role.key === key)
      if (!found) throw new Error(`there is no role ${key}`)
      return String(found.id)
    },
    project: String(project?.id),
    stop: () => server.stop(),
  }
}

function itemsOf(said: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(said)) return said
  const items = typeof said === 'object' && said !== null && 'items' in said ? said.items : []
  return Array.isArray(items) ? items : []
}
