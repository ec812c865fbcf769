import { expect, test } from 'vitest'
import { checkPolicies } from '../organizations/parse-policies.ts'

const labelled = (projectLabel: unknown) => checkPolicies({ projectLabel })

test('an organization calls its projects by one or two short words, for one and for many', () => {
  expect(labelled({ one: ' work  space ', many: 'work spaces' })).toMatchObject({
    projectLabel: { one: 'work space', many: 'work spaces' },
  })
  for (const wrong of [
    { one: 'team' },
    { one: '', many: 'teams' },
    { one: 'x'.repeat(25), many: 'x' },
    'team',
  ]) {
    expect(labelled(wrong)).toMatchObject({ code: 'invalid-input', facts: { field: 'projectLabel' } })
  }
})
