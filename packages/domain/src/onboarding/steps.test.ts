import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkStep, checkSteps, MOST_STEPS, NEW_FOR_DAYS, showsSteps } from './steps.ts'

const DAY = 24 * 60 * 60 * 1_000
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : 'fine')
const step = (part: object = {}) => ({ title: 'Read the handbook', text: '', link: null, ...part })

test('D42 a step has a title, and may say more and lead somewhere', () => {
  expect(checkStep(step({ title: ' Say  hello ', text: 'To\r\nall', link: ' ' }))).toEqual({
    title: 'Say hello',
    text: 'To\nall',
    link: null,
  })
  expect(code(checkStep(step({ title: ' ' })))).toBe('invalid-name')
  expect(code(checkStep(step({ text: 'x'.repeat(501) })))).toBe('invalid-input')
})

test.each(['https://wiki.acme.test/start?x=1#y', 'http://wiki/', '/acme/members', '/account'])(
  'D42 a step may lead to %s',
  (link) => expect(checkStep(step({ link }))).toMatchObject({ link }),
)

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.test',
  '/\\evil.test',
  'wiki',
  'https://',
  'https:// a',
])('a step never leads to %s', (link) => expect(code(checkStep(step({ link })))).toBe('invalid-input'))

test('D42 there are not too many steps, and what else they carry stays', () => {
  expect(checkSteps([step({ id: 1 })])).toEqual([step({ id: 1 })])
  expect(code(checkSteps(Array.from({ length: MOST_STEPS + 1 }, () => step())))).toBe('too-large')
  expect(code(checkSteps([step(), step({ title: '' })]))).toBe('invalid-name')
})

test('D42 they are shown to new members until done or put away', () => {
  const member = { joinedAt: 0, founder: false, dismissed: false, left: 2 }
  expect(showsSteps(member, NEW_FOR_DAYS * DAY - 1)).toBe(true)
  expect(showsSteps(member, NEW_FOR_DAYS * DAY)).toBe(false)
  expect(showsSteps({ ...member, left: 0 }, 1)).toBe(false)
  expect(showsSteps({ ...member, dismissed: true }, 1)).toBe(false)
  expect(showsSteps({ ...member, founder: true }, 1)).toBe(false)
})
