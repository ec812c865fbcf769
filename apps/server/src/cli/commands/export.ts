import { exportAsYaml } from '@roster/cli'
import { type Command, Option } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'
import { UsageError } from '../outcome.ts'
import { remoteIo } from '../remote-io.ts'

const WHATS = ['members', 'invitations', 'assignments', 'roles', 'audit'] as const
const FORMATS = ['csv', 'json'] as const

/** What it is told. */
export type ExportOptions = BoxOptions & {
  readonly org: string
  readonly what: (typeof WHATS)[number]
  readonly format?: (typeof FORMATS)[number]
  readonly out?: string
  readonly as?: string
}

type Asked = Omit<ExportOptions, 'what' | 'org'> & {
  readonly org?: string
  readonly what?: ExportOptions['what']
  readonly yaml?: true
  readonly url?: string
  readonly keyFile?: string
}

/** `roster export`: what the dashboard exports, on the box. */
export function exportCommand(program: Command, box: Box): void {
  const command = program
    .command('export')
    .summary('write members, invitations, assignments, roles or the audit trail to a file')
    .description(
      'Exports an organization as the dashboard does: to standard output, or to a new file. It is done with the rights ' +
        'of the longest-standing owner, or of the member named with --as, and recorded in the audit trail as an export ' +
        'by the operator. With --yaml it is the organization as `roster plan` and `roster apply` read it, from a Roster ' +
        'that is reached with a key.',
    )
    .option('--org <slug>', 'the organization, by short name or id')
    .addOption(new Option('--what <what>', 'what to export').choices(WHATS))
    .addOption(new Option('--format <format>', 'as what; csv, unless --json is said').choices(FORMATS))
    .option('--out <file>', 'a file that is not there yet, instead of standard output')
    .option('--as <email>', 'with the rights of this member')
    .option('--yaml', 'the whole organization as a file for `roster plan`, over the API')
    .option('--url <address>', 'with --yaml: where Roster is, instead of ROSTER_URL')
    .option('--key-file <file>', 'with --yaml: a file that holds the key, instead of ROSTER_KEY')
  onTheBox(command, [
    ['roster export --org acme --what members > members.csv', 'everybody'],
    ['roster export --org acme --what audit --format json --out audit.json', 'the trail, with its hashes'],
    ['roster export --org acme --yaml > org.yaml', 'the organization as code'],
  ]).action(
    box.run(async ({ yaml, what, org, ...options }: Asked) => {
      if (yaml) return exportAsYaml(remoteIo(box), { ...options, ...(org && { org }) })
      if (!org) throw new UsageError('Say with --org which organization, by its short name or id.')
      if (!what) throw new UsageError('Say with --what what to export, or --yaml.')
      const { exportTo } = await import('../work/export.ts')
      return exportTo(box, { ...options, org, what })
    }),
  )
}
