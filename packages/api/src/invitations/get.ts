import { Refusal } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type ListedInvitation, listedInvitations } from './listed.ts'

/**
 * One invitation as lists show it, also a closed one; with a project, only if it leads there. Refuses with
 * `not-found`, also for one that was deleted.
 */
export const getInvitation = query({
  permission: 'invitations.read',
  input: inOrganization({ invitation: IdOf('inv'), project: IdOf('prj').optional() }),
  async run({ db, organization, held, now, project }, { invitation: id }): Promise<ListedInvitation> {
    const [found] = await listedInvitations(db, { organization, held }, [id], now)
    const leadsThere = !project || found?.places.projects.some((place) => place.project.id === project.id)
    if (!found || found.status === 'deleted' || !leadsThere)
      throw new Refusal('not-found', { field: 'invitation' })
    return found
  },
})
