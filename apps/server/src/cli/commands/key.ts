import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type KeyOptions = BoxOptions & {
  readonly org: string
  readonly service?: string
  readonly createService?: true
  readonly as?: string
  readonly role: string
  readonly project?: string
  readonly name?: string
  readonly expires: string
  readonly scope: readonly string[]
}

/** `roster key create`: the first key, before anybody has one. */
export function keyCommand(program: Command, box: Box): void {
  const key = program.command('key').description('API keys, made on the box.')
  const create = key
    .command('create')
    .summary('make an API key and print it, once')
    .description(
      'Makes an API key for a service account, or with --as alone for a member, with a role as its ceiling. The key is ' +
        'printed this once, on standard output and alone there, and stored nowhere. It is made with the rights of the ' +
        'longest-standing owner, or of the member named with --as; the audit trail names the operator.',
    )
    .requiredOption('--org <slug>', 'the organization, by short name or id')
    .requiredOption('--role <role>', 'its ceiling: a role, by key, name or id')
    .option('--service <name>', 'the service account it acts for')
    .option('--create-service', 'make that service account, with the same role, if there is none')
    .option('--as <email>', 'with the rights of this member; without --service also for them')
    .option('--project <project>', 'works at this project only; then the role is one of projects')
    .option('--name <name>', 'what the key is called', 'Made on the box')
    .option('--expires <days>', 'ends after so many days, such as 90d, or never', '90d')
    .option('--scope <permission>', 'allow only this of what the role allows; may be said again', gather, [])
  onTheBox(create, [
    ['roster key create --org acme --service deploy --role member', 'for a service account'],
    ['roster key create --org acme --as ada@acme.test --role admin --expires 30d', 'for Ada'],
  ]).action(
    box.run(async (options: KeyOptions) => {
      const { createKey } = await import('../work/create-key.ts')
      return createKey(box, options)
    }),
  )
}

const gather = (one: string, before: readonly string[]) => [...before, one]
