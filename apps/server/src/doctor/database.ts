import { chainsIn, faultsIn, goneSince, inspect, openForLooking } from '@roster/api/operating'
import { type LastBackup, lastBackupOf } from '../backup/last-backup.ts'
import { walkChains } from '../chain-walk.ts'
import { type Check, type Finding, ok, problem, warning } from './check.ts'
import { bytesInWords, counted, durationInWords } from './words.ts'

const RESTORE = 'Stop the server and restore the last backup with `roster restore`.'
/** Clocks of two machines differ by as much. */
const APART_MS = 5 * 60_000

export const schema: Check = {
  id: 'schema',
  title: 'Schema',
  look({ data }) {
    const { version, known, waiting } = inspect(data.database).schema
    if (version > known)
      return problem(
        `${version}, written by a newer Roster (this one knows ${known})`,
        'Start the newer release.',
      )
    return waiting.length > 0
      ? warning(
          `${version} of ${known}`,
          'Stop the server and run `roster migrate`, or just start this release.',
        )
      : ok(`version ${version}, that of this release`)
  },
}

export const journal: Check = {
  id: 'journal',
  title: 'Journal',
  look({ data }) {
    const { journalMode, bytes } = inspect(data.database)
    return journalMode === 'wal'
      ? ok(`write-ahead log; the database takes ${bytesInWords(bytes)}`)
      : warning(`${journalMode}, and not wal`, 'Start the server, which sets it.')
  },
}

export const integrity: Check = {
  id: 'integrity',
  title: 'Database',
  look({ data }) {
    const faults = faultsIn(data.database)
    return faults.length === 0
      ? ok('every page and every reference is whole')
      : problem(`damaged: ${faults[0]}`, RESTORE)
  },
}

export const auditTrail: Check = {
  id: 'audit-trail',
  title: 'Audit trail',
  async look({ data, verified }): Promise<Finding> {
    const { reader, close } = openForLooking(data.database)
    try {
      const { chains, looked, broken } = await walkChains(reader, verified)
      if (broken) {
        return problem(
          `of ${broken.organization ?? 'the instance'} is broken at entry ${broken.at}: ${broken.message}`,
          'Somebody has changed the file. Compare it with a backup before you go on.',
        )
      }
      const cut = await cutSince(reader, lastBackupOf(data))
      if (cut) {
        return problem(
          `of ${cut.organization ?? 'the instance'} held entry ${cut.sequence} when the last backup was made, and holds it no more`,
          'What came last was lost, or somebody has changed the file. Compare it with the backup before you go on.',
        )
      }
      return ok(`${counted(looked, 'entry', 'entries')} in ${counted(chains.length, 'chain')} verified`)
    } finally {
      close()
    }
  },
}

export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  async look({ data, now }): Promise<Finding> {
    const { reader, close } = openForLooking(data.database)
    try {
      const newest = Math.max(...(await chainsIn(reader)).map(({ at }) => at ?? 0))
      const behind = newest - now
      return behind > APART_MS
        ? problem(
            `${durationInWords(behind)} behind the newest entry of the audit trail`,
            'Set the clock of this machine; links and sessions end by it.',
          )
        : ok(new Date(now).toISOString())
    } finally {
      close()
    }
  },
}

/** A chain that does not hold any more what was its last entry: no chain can prove by itself that its end is there. */
async function cutSince(reader: Parameters<typeof goneSince>[0], last: LastBackup | null) {
  for (const { chain, organization, sequence, hash } of last?.chains ?? []) {
    if (hash === null) continue
    const gone = await goneSince(reader, chain, [{ sequence, hash }])
    if (gone.length > 0) return { organization, sequence }
  }
  return null
}
