import { live, router } from '../transport/trpc.ts'
import { listenToChanges } from './changes.ts'

export const liveRouter = router({
  changes: live(listenToChanges),
})
