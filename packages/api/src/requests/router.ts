import { mutation, open, openRead, read, router } from '../transport/trpc.ts'
import { approveRequest } from './approve.ts'
import { organizationDoor } from './door.ts'
import { listRequests } from './list.ts'
import { makeRequest } from './make.ts'
import { myRequests } from './mine.ts'
import { rejectRequest } from './reject.ts'
import { withdrawRequest } from './withdraw.ts'

export const requestsRouter = router({
  door: openRead(organizationDoor),
  make: open(makeRequest),
  mine: openRead(myRequests),
  withdraw: open(withdrawRequest),
  list: read(listRequests),
  approve: mutation(approveRequest),
  reject: mutation(rejectRequest),
})
