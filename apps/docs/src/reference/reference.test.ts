import { AUDIT_ACTIONS, REFUSALS } from '@roster/domain'
import { expect, test } from 'vitest'
import { pageOf } from '../site/page.ts'
import { EVENTS } from './event-sentences.ts'
import { generated } from './generated.ts'

const page = (path: string) => {
  const source = generated().find((one) => one.path === path)
  if (!source) throw new Error(`no page ${path}`)
  return pageOf(source)
}

test('every event of an organization has its sentence, and no other has one', () => {
  const own = AUDIT_ACTIONS.filter((action) => !/^(?:instance|identity)\./.test(action))
  expect(Object.keys(EVENTS).sort()).toEqual([...own].sort())
  for (const action of own) expect(page('reference/events').markdown).toContain(`| \`${action}\` |`)
})

test('every refusal stands under its code, which is its anchor', () => {
  const anchors = page('reference/problems').headings.map(({ anchor }) => anchor)
  for (const code of Object.keys(REFUSALS)) expect(anchors).toContain(code)
})

test('a matrix says who holds what', () => {
  const { markdown } = page('reference/permissions')
  expect(markdown).toMatch(/\| `organization\.delete` \| Delete the organization \| yes \| – \| – \| – \|/)
  expect(markdown).toMatch(/\| `project\.content\.read` \|.*\| yes \| yes \| yes \| yes \|/)
})
