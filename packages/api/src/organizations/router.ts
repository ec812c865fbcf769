import { mutation, open, read, router } from '../transport/trpc.ts'
import { createOrganization } from './create.ts'
import { deleteOrganization } from './delete.ts'
import { entitlements } from './entitlements.ts'
import { getOrganization } from './get.ts'
import { overview } from './overview.ts'
import { policyFacts } from './policy-facts.ts'
import { setEntitlements } from './set-entitlements.ts'
import { updateOrganization } from './update.ts'

export const organizationsRouter = router({
  create: open(createOrganization),
  get: read(getOrganization),
  overview: read(overview),
  update: mutation(updateOrganization),
  policyFacts: read(policyFacts),
  entitlements: read(entitlements),
  setEntitlements: mutation(setEntitlements),
  delete: mutation(deleteOrganization),
})
