import { Refusal } from '@roster/domain'
import { z } from 'zod'
import {
  evaluations,
  evaluationsAtProject,
  type Results,
  searchActions,
  searchActionsAtProject,
  searchResources,
  searchResourcesAtProject,
  searchSubjects,
  searchSubjectsAtProject,
} from './checks/authzen.ts'
import {
  type Decision,
  type Evaluation,
  EvaluationRequest,
  EvaluationsRequest,
  faultIn,
  Senseless,
  shortened,
  withDefaults,
} from './checks/authzen-model.ts'
import type { Answer } from './checks/check.ts'
import { Reason } from './checks/rest.ts'
import { answer } from './platform/query.ts'
import type { RestCall } from './transport/rest/route.ts'
import { writer } from './transport/rest/wire.ts'
import { STATUS } from './transport/status.ts'

/** The endpoints of the OpenID AuthZEN Authorization API 1.0 (section 10.1), by what its metadata calls them. */
export const AUTHZEN_ENDPOINTS = {
  access_evaluation_endpoint: '/access/v1/evaluation',
  access_evaluations_endpoint: '/access/v1/evaluations',
  search_subject_endpoint: '/access/v1/search/subject',
  search_resource_endpoint: '/access/v1/search/resource',
  search_action_endpoint: '/access/v1/search/action',
} as const
export type AuthzenEndpoint = keyof typeof AUTHZEN_ENDPOINTS

export const AUTHZEN_METADATA = '/.well-known/authzen-configuration'

/** What tells where to ask (section 9.1), for an instance at this address. */
export function authzenMetadata(url: string): Readonly<Record<string, string>> {
  const endpoints = Object.entries(AUTHZEN_ENDPOINTS).map(([name, path]) => [name, `${url}${path}`] as const)
  return { policy_decision_point: url, ...Object.fromEntries(endpoints) }
}

/** An answer with its status; what is no success is a sentence (section 10.1.1). */
export type AuthzenAnswer =
  | { readonly status: 200; readonly body: object }
  | { readonly status: number; readonly message: string }

/**
 * Answers what is asked at an endpoint. A no is an answer; 400 is a request that cannot be understood, 403 a caller who
 * may not ask.
 */
export async function answerAuthzen(
  call: RestCall,
  endpoint: AuthzenEndpoint,
  body: unknown,
): Promise<AuthzenAnswer> {
  try {
    return { status: 200, body: await ENDPOINTS[endpoint](call, body) }
  } catch (reason) {
    if (reason instanceof z.ZodError) return { status: 400, message: faultIn(reason) }
    if (reason instanceof Refusal) return { status: statusOf(reason), message: reason.message }
    throw reason
  }
}

/** To whoever may not ask here, here is nothing: for them the specification knows 403 only. */
function statusOf({ kind }: Refusal): number {
  return kind === 'not-found' ? 403 : STATUS[kind].http
}

const ENDPOINTS: Readonly<Record<AuthzenEndpoint, (call: RestCall, body: unknown) => Promise<object>>> = {
  access_evaluation_endpoint: (call, body) => one(call, EvaluationRequest.parse(body)),
  access_evaluations_endpoint: many,
  async search_subject_endpoint(call, search) {
    return found(
      await (call.actor.ceiling.project
        ? answer(searchSubjectsAtProject, call, searchSubjectsAtProject.input.parse(at(call, { search })))
        : answer(searchSubjects, call, searchSubjects.input.parse(at(call, { search })))),
    )
  },
  async search_resource_endpoint(call, search) {
    return found(
      await (call.actor.ceiling.project
        ? answer(searchResourcesAtProject, call, searchResourcesAtProject.input.parse(at(call, { search })))
        : answer(searchResources, call, searchResources.input.parse(at(call, { search })))),
    )
  },
  async search_action_endpoint(call, search) {
    return found(
      await (call.actor.ceiling.project
        ? answer(searchActionsAtProject, call, searchActionsAtProject.input.parse(at(call, { search })))
        : answer(searchActions, call, searchActions.input.parse(at(call, { search })))),
    )
  },
}

/** A key asks in its organization, or at its project. */
function at({ actor }: RestCall, asked: object): object {
  const { organization, ceiling } = actor
  return { organization, ...(ceiling.project && { project: ceiling.project }), ...asked }
}

type Answered = Answer | Senseless | Refusal

function evaluate(call: RestCall, asked: readonly Evaluation[]): Promise<readonly Answered[]> {
  const input = at(call, { evaluations: asked })
  return call.actor.ceiling.project
    ? answer(evaluationsAtProject, call, evaluationsAtProject.input.parse(input))
    : answer(evaluations, call, evaluations.input.parse(input))
}

async function one(call: RestCall, asked: Evaluation): Promise<Decision> {
  const [answered] = await evaluate(call, [asked])
  if (answered instanceof Refusal) throw answered
  return decisionOf(answered)
}

async function many(call: RestCall, body: unknown): Promise<object> {
  const asked = EvaluationsRequest.parse(body)
  const { evaluations: entries = [], options } = asked
  // None is as one evaluation that the whole makes.
  if (entries.length === 0) return one(call, EvaluationRequest.parse(body))
  const each = entries.map((own) => withDefaults(asked, own))
  const answered = await evaluate(
    call,
    each.flatMap((entry) => (entry instanceof Senseless ? [] : [entry])),
  )
  let next = 0
  const decisions = each.map((entry) =>
    entry instanceof Senseless ? no(400, entry.message) : decisionOf(answered[next++]),
  )
  return { evaluations: shortened(decisions, options.evaluations_semantic) }
}

const tell = writer(z.array(Reason))

function decisionOf(answered: Answered | undefined): Decision {
  if (answered instanceof Refusal) return no(statusOf(answered), answered.message)
  if (answered instanceof Senseless) return no(404, answered.message)
  const { allowed, reasons } = answered ?? { allowed: false }
  return { decision: allowed, ...(reasons && { context: { reasons: tell(reasons) } }) }
}

function no(status: number, message: string): Decision {
  return { decision: false, context: { error: { status, message } } }
}

/** The page comes first, so that whoever reads along knows how many follow. */
function found({ results, nextToken }: Results): object {
  return { page: { next_token: nextToken, count: results.length }, results }
}
