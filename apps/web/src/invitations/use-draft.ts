import { useEffect, useState } from 'react'
import { useHere } from '../organizations/here.ts'
import { usualExpiry } from './expiry-choice.ts'
import { type Draft, keepDraft, keptDraft } from './kept-draft.ts'
import { NOWHERE, type PickedProject } from './places.ts'
import type { ListedRole } from './types.ts'

/** The draft of the dialog, kept while it is worked on, so that a slip does not cost a list of hundreds. */
export function useDraft(
  owner: string,
  startWith: Draft | undefined,
  roles: readonly ListedRole[],
  startAt?: PickedProject | undefined,
) {
  const { here } = useHere()
  const [draft, setDraft] = useState<Draft>(() => {
    const begun = startWith ?? keptDraft(owner)
    if (begun) return begun
    return {
      entries: [],
      role: usualRole(roles, here.policies.defaultRole)?.id,
      sure: false,
      expiry: usualExpiry(here.policies),
      message: '',
      welcome: true,
      template: true,
      reason: '',
      places: {
        ...NOWHERE,
        projects: startAt ? [startAt] : [],
        defaultProjects: here.policies.addToDefaultProjects,
      },
    }
  })
  useEffect(() => keepDraft(owner, draft), [owner, draft])
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return [draft, change] as const
}

/** The organization's default role, or the least that the reader may give (D40). */
function usualRole(roles: readonly ListedRole[], usual: ListedRole['key']): ListedRole | undefined {
  const offered = roles.filter((role) => role.offered && !role.elevated)
  return offered.find(({ key }) => key === usual) ?? offered[0]
}
