import { read, router } from '../transport/trpc.ts'
import { checkSubjects } from './subjects.ts'

/** Who may do what, for the dashboard; programs ask by REST. */
export const checksRouter = router({
  subjects: read(checkSubjects),
})
