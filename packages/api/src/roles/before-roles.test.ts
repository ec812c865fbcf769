import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { addProject, giveInProject } from '../testing/places.ts'
import { newRole } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
  // The cast has a custom role from the start.
  await home.as('owner').roles.delete({
    organization: 'acme',
    role: home.roles.auditor,
    replaceWith: home.roles.viewer,
  })
})
afterEach(() => home.close())

const suggested = async (part: Part = 'admin') =>
  (await home.as(part).organizations.overview({ organization: 'acme' })).suggestions.includes('define-roles')

test('C16 with projects but before anybody has access to one, who may define roles is told to', async () => {
  expect(await suggested()).toBe(false)
  const apollo = await addProject(home, 'Apollo')
  expect(await suggested()).toBe(true)
  expect(await suggested('member')).toBe(false)
  await giveInProject(home, apollo, 'member', 'editor')
  expect(await suggested()).toBe(false)
})

test('C16 a role that was made is the step done', async () => {
  await addProject(home, 'Apollo')
  await newRole(home, 'Reader', ['project.read'], 'project')
  expect(await suggested()).toBe(false)
})
