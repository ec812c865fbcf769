import type { OrganizationResources, Roster } from '@roster/sdk'
import type { Access } from './access.ts'
import type { Io } from './io.ts'

/** A Roster elsewhere, with the rights of a key. */
export type Connection = {
  readonly client: Roster
  readonly organization: OrganizationResources
}

/** Reaches it; nothing is asked yet. */
export async function connectTo(io: Io, { url, key, organization }: Access): Promise<Connection> {
  const { Roster: Client } = await import('@roster/sdk')
  const client = new Client({ url, key, fetch: io.fetch })
  return { client, organization: client.organization(organization) }
}
