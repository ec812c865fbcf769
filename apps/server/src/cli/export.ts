import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { exportFile } from '@roster/api'
import { type Command, Option } from 'commander'
import { bytesInWords } from '../doctor/words.ts'
import { NotAsThingsStand, openExisting } from '../existing-data.ts'
import { callerAs, contextAs, principal } from './acting.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { EXIT, type Exit } from './outcome.ts'
import type { Terminal } from './terminal.ts'

const WHATS = ['members', 'invitations', 'assignments', 'roles', 'audit'] as const
const FORMATS = ['csv', 'json'] as const

type Options = BoxOptions & {
  readonly org: string
  readonly what: (typeof WHATS)[number]
  readonly format?: (typeof FORMATS)[number]
  readonly out?: string
  readonly as?: string
}

/** `roster export`: what the dashboard exports, on the box. */
export function exportCommand(program: Command, box: Box): void {
  const command = program
    .command('export')
    .summary('write members, invitations, assignments, roles or the audit trail to a file')
    .description(
      'Exports an organization as the dashboard does: to standard output, or to a new file. It is done with the rights ' +
        'of the longest-standing owner, or of the member named with --as, and recorded in the audit trail as an export ' +
        'by the operator.',
    )
    .requiredOption('--org <slug>', 'the organization, by short name or id')
    .addOption(new Option('--what <what>', 'what to export').choices(WHATS).makeOptionMandatory())
    .addOption(new Option('--format <format>', 'as what; csv, unless --json is said').choices(FORMATS))
    .option('--out <file>', 'a file that is not there yet, instead of standard output')
    .option('--as <email>', 'with the rights of this member')
  onTheBox(command, [
    ['roster export --org acme --what members > members.csv', 'everybody'],
    ['roster export --org acme --what audit --format json --out audit.json', 'the trail, with its hashes'],
  ]).action(box.run((options: Options) => exportTo(box, options)))
}

async function exportTo({ terminal, ...box }: Box, options: Options): Promise<Exit> {
  const { org: organization, what, out } = options
  const format = options.format ?? (options.json ? 'json' : 'csv')
  if (out !== undefined && existsSync(out))
    throw new NotAsThingsStand(`${out} is there already. Nothing is overwritten: say another name.`)
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  try {
    const { deps } = opened
    const { user } = await principal(deps, organization, options.as)
    const { name } = await callerAs(deps, user).exports.prepare({ organization, what, format })
    const { text } = await exportFile(contextAs(deps, user), name)
    if (out === undefined) {
      for await (const piece of text) await terminal.write(piece)
      return EXIT.ok
    }
    const bytes = await written(out, text)
    if (options.json) terminal.say(JSON.stringify({ organization, what, format, path: out, bytes }))
    else told(terminal, out, bytes)
    return EXIT.ok
  } finally {
    await opened.close()
  }
}

async function written(path: string, text: AsyncIterable<string>): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const ended = finished(file)
  for await (const piece of text) if (!file.write(piece)) await Promise.race([once(file, 'drain'), ended])
  file.end()
  await ended
  return file.bytesWritten
}

function told({ note }: Terminal, path: string, bytes: number): void {
  note(`Wrote ${path} (${bytesInWords(bytes)}).`)
}
