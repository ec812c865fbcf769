import { bulk, mutation, read, router } from '../transport/trpc.ts'
import { groupAccess } from './access.ts'
import { addMembers } from './add-members.ts'
import { setManager } from './appoint.ts'
import { groupCandidates } from './candidates.ts'
import { listChildren } from './children.ts'
import { createGroup } from './create.ts'
import { deleteGroup } from './delete.ts'
import { getGroup } from './get.ts'
import { listGroups } from './list.ts'
import { groupLosses } from './losses.ts'
import { listGroupMembers } from './members.ts'
import { nestGroup, unnestGroup } from './nest.ts'
import { groupsOfMember } from './of-member.ts'
import { removeMembersFromGroup } from './remove-members.ts'
import { updateGroup } from './update.ts'

export const groupsRouter = router({
  list: read(listGroups),
  get: read(getGroup),
  members: read(listGroupMembers),
  ofMember: read(groupsOfMember),
  children: read(listChildren),
  candidates: read(groupCandidates),
  access: read(groupAccess),
  losses: read(groupLosses),
  create: mutation(createGroup),
  update: mutation(updateGroup),
  delete: mutation(deleteGroup),
  addMembers: bulk(addMembers),
  removeMembers: bulk(removeMembersFromGroup),
  setManager: mutation(setManager),
  nest: mutation(nestGroup),
  unnest: mutation(unnestGroup),
})
