/** Why a file could not be opened, in words for whoever runs Roster, with what to do; what SQLite does not say stays as it is. */
export function explained(reason: unknown, path: string): unknown {
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : ''
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    const words = `${path} is damaged. Put it aside, with the files that begin with its name, and restore it from a backup.`
    return new Error(words, { cause: reason })
  }
  if (['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM'].some((known) => code.startsWith(known))) {
    const words = `${path} cannot be written. Give Roster the right to, or set ROSTER_DATA to another directory.`
    return new Error(words, { cause: reason })
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new Error(`${path} is in use by another program. Stop that one first.`, { cause: reason })
  }
  return reason
}
