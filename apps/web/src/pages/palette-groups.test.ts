import { expect, test } from 'vitest'
import type { LinkTarget } from '../ui/link-target.ts'
import { actions } from './palette-groups.ts'

function inviting(permissions: readonly string[]): LinkTarget | undefined {
  let gone: LinkTarget | undefined
  const { entries } = actions({
    here: {
      slug: 'acme',
      permissions,
      members: 3,
      requests: null,
      reviews: null,
      projectLabel: { one: 'project', many: 'projects' },
    },
    mayCreate: false,
    appearance: 'system',
    go: (link) => {
      gone = link
    },
    onAppearance: () => undefined,
    onSignOut: () => undefined,
  })
  entries.find(({ label }) => label === 'Invite people')?.onSelect()
  return gone
}

test('T3 the palette offers to invite whoever may, on a page that is open to them', () => {
  expect(inviting(['members.read'])).toBeUndefined()
  expect(inviting(['members.read', 'invitations.send'])?.to).toBe('/$organization/members')
  expect(inviting(['invitations.send'])?.to).toBe('/$organization')
})
