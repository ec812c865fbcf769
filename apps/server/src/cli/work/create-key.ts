import { isPermission, type MemberId, type ProjectId, type RoleId } from '@roster/domain'
import { NotAsThingsStand } from '../../as-things-stand.ts'
import { openExisting } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { KeyOptions } from '../commands/key.ts'
import { EXIT, type Exit, UsageError } from '../outcome.ts'
import { type Caller, callerAs, principal } from './acting.ts'

export async function createKey({ terminal, ...box }: Box, options: KeyOptions): Promise<Exit> {
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

async function roleCalled(caller: Caller, { org, role: called, project }: KeyOptions): Promise<RoleId> {
  const roles = await caller.roles.list({ organization: org, level: project ? 'project' : 'organization' })
  const found = roles.find(({ id, key, name }) => [id, key, name].includes(called))
  if (found) return found.id
  throw new NotAsThingsStand(
    `There is no role called ${called}. There are: ${roles.map(({ key, name }) => key ?? name).join(', ')}.`,
  )
}

async function projectCalled(caller: Caller, { org, project: called = '' }: KeyOptions): Promise<ProjectId> {
  const { items } = await caller.projects.list({ organization: org, search: called, pageSize: 100 })
  const found = items.find(({ id, name }) => id === called || name === called)
  if (found) return found.id
  throw new NotAsThingsStand(`There is no project called ${called}.`)
}

async function serviceCalled(
  caller: () => Caller,
  { org: organization, service = '', createService, project }: KeyOptions,
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
