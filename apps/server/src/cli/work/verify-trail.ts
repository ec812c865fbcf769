import { readFileSync } from 'node:fs'
import {
  type Chain,
  chainsIn,
  goneSince,
  openForLooking,
  type Verification,
  verifyChain,
} from '@roster/api/operating'
import { NotAsThingsStand } from '../../as-things-stand.ts'
import { counted } from '../../doctor/words.ts'
import { existingData } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { AuditOptions } from '../commands/audit.ts'
import { EXIT, type Exit, UsageError } from '../outcome.ts'
import type { Progress, Terminal } from '../terminal.ts'
import { notedIn } from './noted-entries.ts'

type Verified = Verification & Pick<Chain, 'chain' | 'organization'>

export async function verifyTrail({ terminal, ...box }: Box, options: AuditOptions): Promise<Exit> {
  if (options.file && !options.org) throw new UsageError('Say with --org whose trail was exported.')
  const data = existingData(box.dataDirectory(options.data))
  const noted = options.file ? await notedIn(readFileSync(options.file)) : []
  const { reader, close } = openForLooking(data.database)
  const progress = terminal.progress('Audit trail')
  try {
    const chains = chosen(await chainsIn(reader), options.org)
    const verified: Verified[] = []
    for await (const one of verifications(reader, chains, progress)) verified.push(one)
    progress.end()
    const [first] = chains
    const gone = first && noted.length > 0 ? await goneSince(reader, first.chain, noted) : []
    const intact = verified.every((one) => one.intact) && gone.length === 0
    if (options.json) {
      const against = options.file ? { noted: noted.length, gone } : {}
      terminal.say(JSON.stringify({ intact, chains: verified, ...against }, null, 2))
    } else {
      for (const one of verified) tell(terminal, one)
      if (options.file) tellNoted(terminal, noted.length, gone.length, gone[0]?.sequence)
    }
    return intact ? EXIT.ok : EXIT.failed
  } finally {
    progress.end()
    close()
  }
}

function chosen(chains: readonly Chain[], named: string | undefined): readonly Chain[] {
  if (named === undefined) return chains
  const found = chains.filter(
    ({ organization }) => organization?.slug === named || organization?.id === named,
  )
  if (found.length === 0) throw new NotAsThingsStand(`There is no organization ${named}.`)
  return found
}

async function* verifications(
  reader: Parameters<typeof verifyChain>[0],
  chains: readonly Chain[],
  progress: Progress,
): AsyncGenerator<Verified> {
  const total = chains.reduce((sum, { sequence }) => sum + sequence, 0)
  let looked = 0
  for (const { chain, organization } of chains) {
    const verification = await verifyChain(reader, chain, undefined, (entries) => {
      looked += entries
      progress.to(looked, total)
    })
    yield { chain, organization, ...verification }
  }
}

function tell({ say, colors }: Terminal, one: Verified): void {
  const whose = one.organization?.slug ?? 'the instance'
  if (one.intact) {
    const from = one.checkpoint ? `, from entry ${one.checkpoint.sequence + 1} on` : ''
    say(
      `${colors.green('intact')}  ${whose}: ${counted(one.entries, 'entry', 'entries')}${from}, last hash ${one.lastHash}`,
    )
  } else say(`${colors.red('broken')}  ${whose}: at entry ${one.brokenAt}. ${one.message}`)
}

function tellNoted({ say, colors }: Terminal, all: number, gone: number, first: number | undefined): void {
  if (gone === 0)
    say(
      `${colors.green('intact')}  all ${counted(all, 'entry', 'entries')} of the export are there as they were`,
    )
  else
    say(
      `${colors.red('broken')}  ${gone} of ${counted(all, 'entry', 'entries')} of the export are not as they were, the first one ${first}`,
    )
}
