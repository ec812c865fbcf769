import type { MemberId } from '@roster/domain'
import { expect } from 'vitest'
import { digestOf } from '../testing/digest.ts'
import type { House, Part } from '../testing/house.ts'

export const acme = { organization: 'acme' }

/** The membership of one of the cast in acme. */
export function idOf(home: House, part: Part): MemberId {
  const { member } = home.people[part]
  if (!member) throw new Error(`the ${part} is no member`)
  return member
}

/** The last entry of acme's trail, by its own words. */
export async function lastEntry(home: House) {
  const { entry } = await home.deps.reader
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', home.acme)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return JSON.parse(entry)
}

/** How many entries acme's trail has. */
export async function trail(home: House): Promise<number> {
  const entries = home.deps.reader.selectFrom('audit_entry').select('entry').where('chain', '=', home.acme)
  return (await entries.execute()).length
}

/** The role one of the cast holds, as another one sees it. */
export async function roleOf(home: House, part: Part, viewer: Part = 'owner') {
  return (await home.as(viewer).members.get({ ...acme, member: idOf(home, part) })).role.key
}

/** What a refused call must leave as it was: everything. */
export async function untouched<T>(home: House, act: () => Promise<T>): Promise<T> {
  const before = await digestOf(home)
  const result = await act()
  expect(await digestOf(home)).toEqual(before)
  return result
}
