import { setTimeout as pause } from 'node:timers/promises'
import type { Server, Servers } from './children.ts'
import type { Installation } from './installation.ts'
import { residentBytes } from './machine.ts'
import { median } from './numbers.ts'

/** From the start of the process to its first answer, medians in milliseconds. */
export interface Started {
  readonly what: string
  readonly members: number | null
  readonly milliseconds: number
  /** Processor time until then, in microseconds; a busy machine stretches it less. */
  readonly cpu: number | null
}

const ROUNDS = 5
const QUIET_MS = 1_500

/** Starts each server some times, one after another. The empty one has its schema already. */
export async function starts(
  servers: Servers,
  empty: string,
  installations: readonly Installation[],
): Promise<readonly Started[]> {
  await (await servers.roster(empty)).stop()
  const starters: readonly {
    readonly what: string
    readonly members: number | null
    start(): Promise<Server>
  }[] = [
    { what: 'bare Node', members: null, start: () => servers.bare() },
    { what: 'Roster', members: 0, start: () => servers.roster(empty) },
    ...installations.map(({ directory, members }) => ({
      what: 'Roster',
      members,
      start: () => servers.roster(directory),
    })),
  ]
  const took = starters.map((): number[] => [])
  const worked = starters.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { start }] of starters.entries()) {
      const server = await start()
      took[index]?.push(server.startMilliseconds)
      if (server.startCpu !== null) worked[index]?.push(server.startCpu)
      await server.stop()
    }
  }
  return starters.map(({ what, members }, index) => ({
    what,
    members,
    milliseconds: median(took[index] ?? []),
    cpu: worked[index]?.length ? median(worked[index]) : null,
  }))
}

/** Memory of a server that has just started and nobody has asked for anything. */
export async function idleBytes({ pid }: Server): Promise<number | null> {
  await pause(QUIET_MS)
  return residentBytes(pid)
}
