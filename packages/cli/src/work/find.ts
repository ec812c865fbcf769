import type { Invitation, Member, OrganizationResources, Project } from '@roster/sdk'
import { EXIT, misused, Stopped } from '../io.ts'

/** Not there, or not the key's to see. */
function nobody(message: string): Stopped {
  return new Stopped(EXIT.refused, message)
}

/** The member with this address, username (`ada` or `@ada`) or id. */
export async function memberNamed({ members }: OrganizationResources, text: string): Promise<Member> {
  if (/^(mem|usr)_/.test(text)) return members.get(text)
  const wanted = text.replace(/^@/, '').toLowerCase()
  for await (const member of members.all({ search: wanted })) {
    if (member.email?.toLowerCase() === wanted || member.username === wanted) return member
  }
  throw nobody(`Nobody in the organization has the address or username ${text}.`)
}

/** The open invitation of this address or username, or the one with this id. */
export async function invitationNamed(
  { invitations }: OrganizationResources,
  text: string,
): Promise<Invitation> {
  if (/^inv_/.test(text)) return invitations.get(text)
  const wanted = text.replace(/^@/, '').toLowerCase()
  for await (const invitation of invitations.all({ search: wanted })) {
    const { email, username } = invitation.recipient
    if (email === wanted || username === wanted) return invitation
  }
  throw nobody(`There is no open invitation of ${text}.`)
}

/** The project that is called so, or the one with this id. */
export async function projectNamed({ projects }: OrganizationResources, text: string): Promise<Project> {
  const wanted = text.toLowerCase()
  const search = /^prj_/.test(text) ? {} : { search: text }
  for await (const project of projects.all({ ...search, state: 'all' })) {
    if (project.id === text || project.name.toLowerCase() === wanted) return project
  }
  throw nobody(`There is no project called ${text} that this key may know of.`)
}

/** What `Apollo=editor` says; the last sign counts, since names of projects may have some. */
export function pairOf(text: string): readonly [name: string, value: string] {
  const at = text.lastIndexOf('=')
  if (at < 1 || at === text.length - 1) throw misused(`Write ${text} as project=role, such as Apollo=editor.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Days of `7d`, `7` or `2w`; null of `never`. */
export function daysOf(text: string): number | null {
  if (text === 'never') return null
  const [, count, unit] = /^(\d{1,4})([dw]?)$/.exec(text) ?? []
  if (count === undefined) throw misused(`Write ${text} as days, such as 7d or 2w, or as never.`)
  return Number(count) * (unit === 'w' ? 7 : 1)
}
