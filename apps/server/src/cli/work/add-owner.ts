import { makeOwner, type OwnerMade } from '@roster/api/operating'
import { canonicalEmail, orThrow, personName, Refusal } from '@roster/domain'
import { NotAsThingsStand } from '../../as-things-stand.ts'
import { openExisting } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { OwnerOptions } from '../commands/owner.ts'
import { EXIT, type Exit, UsageError } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

export async function addOwner({ terminal, ...box }: Box, options: OwnerOptions): Promise<Exit> {
  const email = orThrow(canonicalEmail(options.email))
  const name = orThrow(personName(options.name ?? email.split('@')[0] ?? ''))
  if (!options.yes && !(await confirmed(terminal, options))) {
    terminal.note('Nothing was changed.')
    return EXIT.refused
  }
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  try {
    const { reason, link = false, org: organization } = options
    const asked = { organization, email, name, reason, withLink: link }
    const made = await makeOwner(opened.deps, asked).catch((problem: unknown) => {
      throw inTheseWords(problem, email)
    })
    if (made.link && !box.configuration().url) {
      const { url } = opened.deps.instance
      terminal.note(
        `ROSTER_URL is not set: where Roster is reached by another address, put it in place of ${url}.`,
      )
    }
    if (options.json) terminal.say(JSON.stringify({ ...made, email }, null, 2))
    else tell(terminal, made, email)
    return EXIT.ok
  } finally {
    await opened.close()
  }
}

/** The rule speaks to whoever wants an account; here somebody else does. */
function inTheseWords(problem: unknown, email: string): unknown {
  return problem instanceof Refusal && problem.code === 'email-taken'
    ? new NotAsThingsStand(`The account with the address ${email} is disabled. Name another address.`)
    : problem
}

async function confirmed({ interactive, ask }: Terminal, { email, org }: OwnerOptions): Promise<boolean> {
  if (!interactive) throw new UsageError('This makes an owner, and there is no terminal to ask: say --yes.')
  return /^y(es)?$/i.test(await ask(`Make ${email} an owner of ${org}? [y/N] `))
}

function tell(
  { say, colors }: Terminal,
  { name, was, organization, newAccount, link, username }: OwnerMade,
  email: string,
): void {
  const who = colors.bold(`${name} (${email})`)
  if (was === 'owner') say(`${who} is an owner of ${organization.name} already; nothing was changed.`)
  else say(`${who} is an owner of ${organization.name} now.`)
  if (newAccount) say(`The account was made for this, with the username ${username}.`)
  if (link) {
    say('This link opens it, once and within an hour. Hand it to them, and to nobody else:')
    say(`  ${link}`)
  }
}
