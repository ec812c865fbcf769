import type { AppRouter } from '@roster/api'
import { checkPolicies, mayChangePolicies, Refusal } from '@roster/domain'
import type { inferRouterInputs } from '@trpc/server'
import { useState } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from './here.ts'
import { usePolicyUpdate } from './use-policy-update.ts'

/** What one may ask of the policies. */
export type PolicyChange = NonNullable<inferRouterInputs<AppRouter>['organizations']['update']['policies']>

/** A part of the policies while somebody edits it: what it would be, whether it can be, and saving it. */
export function usePolicyDraft() {
  const { organization, here, whyNot } = useHere()
  const [edited, setEdited] = useState<PolicyChange>({})
  const update = usePolicyUpdate(() => setEdited({}))
  const checked = checkPolicies(edited, here.policies)
  const wanted = checked instanceof Refusal ? here.policies : checked
  const impossible = checked instanceof Refusal ? reasonOf(checked) : undefined
  const same = !impossible && JSON.stringify(wanted) === JSON.stringify(here.policies)
  const owners = ownersOnly(here)
  const forbidden = whyNot('organization.update')

  return {
    here,
    /** Today's policies with what was edited on top; what makes no sense is as it was. */
    wanted,
    edited,
    set(part: PolicyChange) {
      if (forbidden === undefined) setEdited({ ...edited, ...part })
    },
    same,
    impossible,
    /** Why the reader may not change policies at all. */
    forbidden,
    /** Why the reader may not change what only owners decide. */
    ownersOnly: forbidden ?? owners,
    pending: update.isPending,
    refused: update.error ? sentenceOf(update.error) : undefined,
    submit() {
      if (forbidden === undefined && !same && !impossible && !update.isPending)
        update.mutate({ organization, policies: edited })
    },
  }
}

export type PolicyDraft = ReturnType<typeof usePolicyDraft>

function ownersOnly({ role }: { role: { key: string | null } }): string | undefined {
  const ruled = mayChangePolicies({
    before: { auditDays: null },
    after: { auditDays: 30 },
    byOwner: role.key === 'owner',
  })
  return ruled instanceof Refusal ? 'Only owners change this.' : undefined
}

/** The rule's reason alone, as a sentence: which input it means is plain to see there. */
function reasonOf({ facts, message }: Refusal): string {
  const { reason } = facts
  return typeof reason === 'string' ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` : message
}
