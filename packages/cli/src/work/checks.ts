import type { CheckReason } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { memberNamed, projectNamed } from './find.ts'

export type CheckOptions = { readonly json?: true; readonly project?: string; readonly explain?: true }

/** Whether somebody may do something: yes with 0, no with 1, so that a script can go by it. */
export async function check(
  io: Io,
  [subject = '', permission = '']: readonly string[],
  { json, project: named, explain }: CheckOptions,
  { client, organization }: Connection,
): Promise<Exit> {
  const project = named === undefined ? undefined : (await projectNamed(organization, named)).id
  const asked = { subject: await subjectOf(organization, subject), permission, ...(project && { project }) }
  const answer = await client.check({ ...asked, explain: explain === true })
  const { say, colors } = io.terminal
  if (json) say(JSON.stringify(answer, null, 2))
  else {
    say(answer.allowed ? colors.green('yes') : colors.red('no'))
    for (const reason of answer.reasons ?? []) say(`  ${reasonText(reason)}`)
  }
  return answer.allowed ? EXIT.ok : EXIT.failed
}

/**
 * The membership of somebody who is named by an address: Roster itself answers for proven addresses only, since anybody
 * may claim any other one, and here it is the organization that says who its member is.
 */
async function subjectOf(organization: Connection['organization'], text: string): Promise<string> {
  if (!/.@/.test(text)) return text.replace(/^@/, '')
  return memberNamed(organization, text).then(
    ({ id }) => id,
    () => text,
  )
}

function reasonText({ role, project, via, groups, by, expiresAt, reason }: CheckReason): string {
  const where = project ? `in ${project.name}` : 'at the organization'
  const way =
    via === 'direct'
      ? 'given in person'
      : `through ${groups.map(({ name }) => name).join(' › ') || 'a group'}`
  return [
    `${role.name} ${where}, ${way}`,
    ...(by ? [`by ${by.name}`] : []),
    ...(expiresAt ? [`until ${expiresAt}`] : []),
    ...(reason ? [`because: ${reason.replace(/\s+/g, ' ')}`] : []),
  ].join(', ')
}
