import { read, router } from '../transport/trpc.ts'
import { getOrganization } from './get.ts'

export const organizationsRouter = router({
  get: read(getOrganization),
})
