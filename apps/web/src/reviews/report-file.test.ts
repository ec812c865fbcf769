import { expect, test } from 'vitest'
import { reportCsv } from './report-file.ts'
import type { ReviewItem } from './types.ts'

const person = (name: string) => ({
  ...({ user: 'usr_1', name, username: null, email: 'eve@acme.test', verified: true, avatar: null } as const),
})
const item: ReviewItem = {
  ...({
    id: 'rvi_1',
    assignment: 'asg_1',
    member: 'mem_1',
    group: null,
    project: null,
    yours: false,
  } as const),
  ...{ since: 0, expiresAt: null, lastActiveAt: null, givenBy: null, reviewer: person('Ada') },
  ...{ role: { id: 'rol_1', key: 'member', name: 'Member' } as const, reason: null },
  ...({
    person: person('=cmd()'),
    decision: 'revoke',
    toRole: null,
    decidedBy: null,
    decidedAt: 86_400_000,
  } as const),
  ...({ outcome: 'refused', note: 'a, "b"', refusal: 'No.' } as const),
}

test('D41 D35 a report for spreadsheets has a line for each decision, and carries out nothing', () => {
  const [head, line, end] = reportCsv([item], 'Acme').split('\r\n')
  expect(head?.split(',').length).toBe(18)
  expect(line).toBe(
    "'=cmd(),person,eve@acme.test,Member,Acme,1970-01-01T00:00:00.000Z,,,,Ada,revoke,,deadline," +
      '1970-01-02T00:00:00.000Z,refused,No.,"a, ""b""",asg_1',
  )
  expect(end).toBe('')
})
