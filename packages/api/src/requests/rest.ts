import { REQUEST_GROUNDS, REQUEST_STATES } from '@roster/domain'
import { z } from 'zod'
import { ASSIGNING } from '../assignments/rest-resource.ts'
import { REFUSES_PLACES, REFUSES_RECIPIENTS } from '../invitations/rest.ts'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Page, Person, ProjectRef, RoleRef } from '../transport/rest/schemas.ts'
import { approveRequest } from './approve.ts'
import { listRequests } from './list.ts'
import { rejectRequest } from './reject.ts'

const ALL = '/organizations/{organization}/requests'

const Request = z
  .object({
    id: AnId('req'),
    person: Person.describe('Who asks.'),
    project: ProjectRef.nullable().describe('Null: to join the organization.'),
    reason: z.string(),
    state: z.enum(REQUEST_STATES),
    madeAt: At,
    answeredAt: At.nullable(),
    answeredBy: Person.nullable(),
    role: RoleRef.nullable().describe('What was given.'),
    ground: z.enum(REQUEST_GROUNDS).nullable().describe('What makes membership necessary.'),
    message: z.string().nullable(),
    invitation: AnId('inv').nullable().describe('Sent by the approval.'),
  })
  .meta({ id: 'AccessRequest', description: 'Somebody asks to join the organization or a project.' })

/** The resource `requests`: those that the caller may answer. */
export const requestRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'requests.list',
    summary: 'List requests',
    description: 'Those that the caller may answer, the latest first.',
    refuses: ['cursor-invalid'],
    calls: listRequests,
    answers: Page(Request, 'AccessRequestPage'),
  }),
  act({
    method: 'POST',
    path: `${ALL}/{request}/approve`,
    name: 'requests.approve',
    summary: 'Approve a request',
    description:
      'A member gets the role in the project at once; somebody outside is sent an invitation by the same act.',
    refuses: [...new Set([...ASSIGNING, ...REFUSES_RECIPIENTS, ...REFUSES_PLACES]), 'request-closed'],
    calls: approveRequest,
    answers: z
      .object({
        invitation: AnId('inv').nullable().describe('Sent to somebody who is no member yet.'),
        assignment: AnId('asg').nullable().describe('Given to a member.'),
      })
      .meta({ id: 'ApprovedRequest' }),
  }),
  act({
    method: 'POST',
    path: `${ALL}/{request}/reject`,
    name: 'requests.reject',
    summary: 'Reject a request',
    description: 'Whoever asked is told by mail.',
    refuses: ['request-closed'],
    calls: rejectRequest,
    nothing: true,
  }),
]
