import { readFileSync } from 'node:fs'
import {
  type Chain,
  chainsIn,
  goneSince,
  openForLooking,
  type Verification,
  verifyChain,
} from '@roster/api/operating'
import type { Command } from 'commander'
import { counted } from '../doctor/words.ts'
import { existingData, NotAsThingsStand } from '../existing-data.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { notedIn } from './noted-entries.ts'
import { EXIT, type Exit, UsageError } from './outcome.ts'
import type { Progress, Terminal } from './terminal.ts'

type Options = BoxOptions & { readonly org?: string; readonly file?: string }
type Verified = Verification & Pick<Chain, 'chain' | 'organization'>

/** `roster audit verify`: is the trail as it was written? */
export function auditCommand(program: Command, box: Box): void {
  const audit = program.command('audit').description('The audit trail.')
  const verify = audit
    .command('verify')
    .summary('recompute the hash chains of the audit trail')
    .description(
      'Recomputes the hash chain of every organization and of the instance, or of one organization, and tells where ' +
        'it is broken first. With --file it also looks whether each entry of an export that was kept elsewhere is in ' +
        'the chain still: that finds a trail that was written anew from some entry on. Changes nothing; the server ' +
        'may go on running. Ends with 1 where a chain is broken.',
    )
    .option('--org <slug>', 'one organization only, by short name or id')
    .option('--file <export>', 'an export of the audit trail, CSV or JSON; needs --org')
  onTheBox(verify, [
    ['roster audit verify', 'every chain'],
    ['roster audit verify --org acme --file audit-2026-05.csv', 'against what was exported then'],
  ]).action(box.run((options: Options) => verifyTrail(box, options)))
}

async function verifyTrail({ terminal, ...box }: Box, options: Options): Promise<Exit> {
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
