import { isPermission, type MemberId, type ProjectId, type RoleId } from '@roster/domain'
import type { Command } from 'commander'
import { NotAsThingsStand, openExisting } from '../existing-data.ts'
import { type Caller, callerAs, principal } from './acting.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { EXIT, type Exit, UsageError } from './outcome.ts'

type Options = BoxOptions & {
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
  ]).action(box.run((options: Options) => createKey(box, options)))
}

const gather = (one: string, before: readonly string[]) => [...before, one]

async function createKey({ terminal, ...box }: Box, options: Options): Promise<Exit> {
  if (options.service === undefined && options.as === undefined)
    throw new UsageError('Say whom the key acts for: --service <name>, or --as <email>.')
  const expiryDays = daysIn(options.expires)
  const permissions = options.scope.length > 0 ? options.scope.map(permissionIn) : undefined
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  try {
    const { org: organization, name = 'Made on the box' } = options
    const { user } = await principal(opened.deps, organization, options.as)
    const caller = () => callerAs(opened.deps, user)
    const project = options.project === undefined ? undefined : await projectCalled(caller(), options)
    const role = await roleCalled(caller(), options)
    const holder = options.service === undefined ? undefined : await serviceCalled(caller, options, role)
    const made = await caller().keys.create({
      ...{ organization, name, role, expiryDays },
      ...(project && { project }),
      ...(holder && { for: holder }),
      ...(permissions && { permissions }),
    })
    if (options.json) terminal.say(JSON.stringify({ ...made.key, secret: made.secret }, null, 2))
    else {
      const { expiresAt } = made.key
      const ends =
        expiresAt === null ? 'It does not end.' : `It ends at ${new Date(expiresAt).toISOString()}.`
      terminal.note(`This key is shown this once. ${ends} Keep it where secrets are kept:`)
      terminal.say(made.secret)
    }
    return EXIT.ok
  } finally {
    await opened.close()
  }
}

function daysIn(text: string): number | null {
  if (text === 'never') return null
  const [, days] = /^(\d{1,5})d?$/.exec(text) ?? []
  if (days === undefined) throw new UsageError('--expires takes a number of days, such as 90d, or never.')
  return Number(days)
}

function permissionIn(text: string) {
  if (!isPermission(text)) throw new UsageError(`There is no permission called ${text}.`)
  return text
}

async function roleCalled(caller: Caller, { org, role: called, project }: Options): Promise<RoleId> {
  const roles = await caller.roles.list({ organization: org, level: project ? 'project' : 'organization' })
  const found = roles.find(({ id, key, name }) => [id, key, name].includes(called))
  if (found) return found.id
  throw new NotAsThingsStand(
    `There is no role called ${called}. There are: ${roles.map(({ key, name }) => key ?? name).join(', ')}.`,
  )
}

async function projectCalled(caller: Caller, { org, project: called = '' }: Options): Promise<ProjectId> {
  const { items } = await caller.projects.list({ organization: org, search: called, pageSize: 100 })
  const found = items.find(({ id, name }) => id === called || name === called)
  if (found) return found.id
  throw new NotAsThingsStand(`There is no project called ${called}.`)
}

async function serviceCalled(
  caller: () => Caller,
  { org: organization, service = '', createService, project }: Options,
  role: RoleId,
): Promise<MemberId> {
  const { items } = await caller().serviceAccounts.list({ organization, search: service, pageSize: 100 })
  const found = items.find(({ name }) => name === service)
  if (found) return found.member
  if (!createService)
    throw new NotAsThingsStand(
      `There is no service account called ${service}. With --create-service it is made.`,
    )
  if (project) throw new UsageError('Make the service account first: its role is one at the organization.')
  const made = await caller().serviceAccounts.create({ organization, name: service, role })
  return made.member
}
