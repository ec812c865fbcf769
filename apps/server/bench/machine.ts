import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** Processor time is told in ticks; a hundred a second on every Linux. */
const TICK_MICROSECONDS = 10_000

/** Which processors the servers and the load generator get, so that they do not take each other's. */
export interface Pinning {
  readonly servers: string
  readonly load: string
}

/** Half of the processors each, where there are four and `taskset` can give them. Pins this process, the load. */
export function pin(): Pinning | null {
  const count = availableParallelism()
  if (count < 4 || spawnSync('taskset', ['--version']).status !== 0) return null
  const half = Math.floor(count / 2)
  const pinning = { servers: `0-${half - 1}`, load: `${half}-${count - 1}` }
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', pinning.load, String(process.pid)])
  return status === 0 ? pinning : null
}

/** Processor time of a process so far, of all its threads; null where the system does not tell. */
export function cpuMicroseconds(pid: number): number | null {
  const stat = told(`/proc/${pid}/stat`)
  if (stat === null) return null
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * TICK_MICROSECONDS
}

/** Memory that a process has in use, in bytes; null where the system does not tell. */
export function residentBytes(pid: number): number | null {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(told(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024
}

function told(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** A port that is free at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('there is no free port')),
      )
    })
  })
}

/** What it was measured on, without naming it. */
export function machine(pinning: Pinning | null): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const busy = (loadavg()[0] ?? 0).toFixed(1)
  return [
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${gigabytes} GiB`,
    `Node ${process.versions.node}`,
    pinning ? `server on processors ${pinning.servers}, load on ${pinning.load}` : 'not pinned',
    `load average ${busy}`,
  ].join('; ')
}
