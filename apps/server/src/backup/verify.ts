import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { faultsIn, inspect, openForLooking } from '@roster/api/operating'
import { type Verified, walkChains } from '../chain-walk.ts'
import { readInstanceKey } from '../data-directory.ts'
import { BACKUP_FILES, factsOf, type Manifest } from './manifest.ts'

/** A chain as it stands in a copy. */
export type Head = Manifest['chains'][number]

/**
 * Whether a copy of a database is whole: its pages, its rows, and every chain of the audit trail. Answers the heads
 * of the chains. Throws, in words for the operator, with what is wrong.
 */
export async function verifyCopy(database: string, verified: Verified): Promise<readonly Head[]> {
  const [fault] = faultsIn(database)
  if (fault !== undefined) throw new Error(`The database is damaged: ${fault}.`)
  const { reader, close } = openForLooking(database)
  try {
    const { chains, broken } = await walkChains(reader, verified)
    if (broken) {
      const whose = broken.organization ?? 'the instance'
      throw new Error(`The audit trail of ${whose} is broken at entry ${broken.at}: ${broken.message}`)
    }
    return chains.map(({ chain, organization, sequence, hash }) => ({
      ...{ chain, sequence, hash },
      organization: organization?.slug ?? null,
    }))
  } finally {
    close()
  }
}

/**
 * Whether the files in a folder are those of the manifest, and whole. Throws, in words for the operator, with the
 * first thing that is not as it should be.
 */
export async function verifyFolder(folder: string, manifest: Manifest): Promise<void> {
  for (const name of BACKUP_FILES) {
    const path = join(folder, name)
    if (!existsSync(path))
      throw new Error(`This backup is not complete: ${name} is missing. Use another one.`)
    const { bytes, sha256 } = await factsOf(path)
    const said = manifest.files[name]
    if (bytes !== said.bytes || sha256 !== said.sha256) {
      throw new Error(`This backup is damaged: ${name} is not what was written. Use another one.`)
    }
  }
  readInstanceKey(join(folder, 'instance.key'))
  const database = join(folder, 'roster.db')
  const { schema } = inspect(database)
  if (schema.version !== manifest.schema) {
    throw new Error(
      `This backup is damaged: its database has schema ${schema.version}, not ${manifest.schema}.`,
    )
  }
  if (schema.version > schema.known) {
    throw new Error(
      `This backup was made by a newer Roster (schema ${schema.version}, this one knows ${schema.known}). Use that release.`,
    )
  }
}
