import { mutation, open, openRead, read, router } from '../transport/trpc.ts'
import { addDomain } from './add.ts'
import { joinByDomain } from './join.ts'
import { joinable } from './joinable.ts'
import { listDomains } from './list.ts'
import { removeDomain } from './remove.ts'
import { sendProof } from './send-proof.ts'
import { updateDomain } from './update.ts'
import { verifyDomain } from './verify.ts'
import { viewProof } from './view.ts'

export const domainsRouter = router({
  list: read(listDomains),
  add: mutation(addDomain),
  sendProof: mutation(sendProof),
  update: mutation(updateDomain),
  remove: mutation(removeDomain),
  view: openRead(viewProof),
  verify: open(verifyDomain),
  joinable: openRead(joinable),
  join: open(joinByDomain),
})
