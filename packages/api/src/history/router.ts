import { read, router } from '../transport/trpc.ts'
import { changesBetween } from './changes.ts'
import { personAsOf } from './person.ts'
import { projectMembersAsOf } from './project-members.ts'

export const historyRouter = router({
  person: read(personAsOf),
  projectMembers: read(projectMembersAsOf),
  changes: read(changesBetween),
})
