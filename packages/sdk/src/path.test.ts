import { expect, test } from 'vitest'
import { Roster } from './client.ts'

test.each(['..', '.'])('an id of %s leads to nothing else than what was meant', async (id) => {
  const asked: string[] = []
  const client = new Roster({
    url: 'https://roster.test',
    key: `rst_${'0'.repeat(36)}`,
    fetch: async (target) => {
      asked.push(new URL(String(target)).pathname)
      return new Response(null, { status: 204 })
    },
  })
  const acme = client.organization('acme')
  // Whoever made a path of it would delete the group, the project and the organization.
  expect(() => acme.groupMembers.remove('grp_1', id)).toThrow('is none')
  expect(() => client.project('prj_1').members.remove(id)).toThrow('is none')
  expect(() => acme.members.remove(id)).toThrow('is none')
  expect(() => client.organization(id).members.list()).toThrow('is none')
  expect(asked).toEqual([])
})
