import type { Project } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { type Column, show } from '../table.ts'

const COLUMNS: readonly Column<Project>[] = [
  { title: 'PROJECT', cell: ({ name }) => name },
  { title: 'VISIBILITY', cell: ({ visibility }) => visibility },
  { title: 'MEMBERS', cell: ({ members }) => members },
  { title: 'GROUPS', cell: ({ groups }) => groups },
  { title: 'DEFAULT ROLE', cell: ({ defaultRole }) => defaultRole?.name ?? null },
  { title: 'STATE', cell: ({ archived }) => (archived ? 'archived' : 'active') },
]

export type ListOptions = {
  readonly json?: true
  readonly search?: string
  readonly state?: 'active' | 'archived' | 'all'
}

/** The projects that the key may know of, by name. */
export async function listProjects(
  io: Io,
  { json, search, state }: ListOptions,
  { organization: { projects } }: Connection,
): Promise<Exit> {
  const all = projects.all({ ...(search && { search }), ...(state && { state }) })
  await show(io, all, COLUMNS, { json: json === true, none: 'There are no such projects.' })
  return EXIT.ok
}
