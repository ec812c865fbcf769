import type { Permission, RoleId, RoleLevel } from '@roster/domain'
import { beginAssignment, type Subject } from '../assignments/store.ts'
import { replaceRole } from '../members/store.ts'
import type { House, Part } from '../testing/house.ts'
import { memberOf } from '../testing/places.ts'

/** A custom role of acme, made by its owner. */
export async function newRole(
  home: House,
  name: string,
  permissions: readonly Permission[],
  level: RoleLevel = 'organization',
): Promise<RoleId> {
  const made = { organization: 'acme', level, name, permissions: [...permissions] }
  return (await home.as('owner').roles.create(made)).role
}

/** Gives one of the cast a role at the organization, past the commands. */
export async function giveRole(home: House, part: Part, role: RoleId): Promise<void> {
  const { writer, newId } = home.deps
  const change = { organization: home.acme, member: memberOf(home, part), role, by: null, now: home.now() }
  await writer.run((tx) => replaceRole(tx, newId, change))
}

/** Begins an assignment of a role in acme, past the commands. */
export async function give(
  home: House,
  subject: Subject,
  role: RoleId,
  project: Parameters<typeof beginAssignment>[2]['project'],
  expiresAt: number | null = null,
) {
  const given = { organization: home.acme, subject, role, project, expiresAt, by: null, now: home.now() }
  return home.deps.writer.run((tx) => beginAssignment(tx, home.deps.newId, given))
}
