import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { AUDIT_ACTIONS } from './actions.ts'
import { mayUndo, UNDO_DAYS, undoKind } from './undo.ts'

const DAY = 86_400_000
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

test('what is removed, changed, given, taken away or revoked can be undone', () => {
  const undoable = AUDIT_ACTIONS.filter((action) => undoKind(action))
  expect(undoable).toEqual([
    'member.role-changed',
    'member.removed',
    'member.ownership-transferred',
    'member.offboarded',
    'invitation.revoked',
    'project.archived',
    'project.restored',
    'project.deleted',
    'project.transferred',
    'group.deleted',
    'group.member-added',
    'group.member-removed',
    'group.member-changed',
    'assignment.given',
    'assignment.changed',
    'assignment.ended',
    'assignment.renewed',
  ])
})

test('within thirty days, to the millisecond', () => {
  const entry = { action: 'member.removed', at: 1_000 } as const
  expect(mayUndo(entry, 1_000 + UNDO_DAYS * DAY)).toBe('membership')
  expect(code(mayUndo(entry, 1_001 + UNDO_DAYS * DAY))).toBe('undo-too-late')
})

test('what somebody did to themselves, and what only tells, cannot be undone', () => {
  for (const action of ['member.left', 'invitation.accepted', 'identity.signed-in'] as const)
    expect(code(mayUndo({ action, at: 0 }, 0))).toBe('undo-not-possible')
})
