import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, inProject } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Asking } from './asking.ts'
import { MOST_QUESTIONS } from './asking.ts'
import {
  ActionSearch,
  EvaluationRequest,
  explainIn,
  permissionIn,
  placeIn,
  questionIn,
  ResourceSearch,
  Senseless,
  SubjectSearch,
  subjectIn,
} from './authzen-model.ts'
import { type Answer, told } from './check.ts'
import { Evaluator, evaluateEach } from './evaluate.ts'
import { letOthersBeServed } from './pacing.ts'
import { permissionsThere } from './permissions.ts'
import { projectsWhere } from './projects.ts'
import { subjectsThere } from './subjects.ts'

/** What was found by a search of AuthZEN; an empty token where there is no more. */
export interface Results {
  readonly results: readonly ({ readonly type: string; readonly id: string } | { readonly name: string })[]
  readonly nextToken: string
}

const NOTHING: Results = { results: [], nextToken: '' }
const MOST_ON_A_PAGE = 100
const ON_A_PAGE = 25

const Evaluations = { evaluations: z.array(EvaluationRequest).max(MOST_QUESTIONS) }

/**
 * Answers evaluations of the OpenID AuthZEN Authorization API 1.0 as `check` does, each in its place: or what of it
 * makes no sense, or why the caller may not ask it.
 */
export const evaluations = query({
  permission: 'organization.read',
  input: inOrganization(Evaluations),
  run: (asking, { evaluations }) => evaluated(asking, evaluations),
})

/** The same for whoever may only see one project. */
export const evaluationsAtProject = query({
  permission: 'project.read',
  input: inProject(Evaluations),
  run: (asking, { evaluations }) => evaluated(asking, evaluations),
})

async function evaluated(
  asking: Asking,
  asked: readonly z.output<typeof EvaluationRequest>[],
): Promise<readonly (Answer | Senseless | Refusal)[]> {
  const questions = asked.map((evaluation) => questionIn(evaluation, asking.organization))
  const verdicts = await evaluateEach(
    asking,
    questions.flatMap((question) => (question instanceof Senseless ? [] : [question])),
  )
  const answers: (Answer | Senseless | Refusal)[] = []
  let next = 0
  for (const [place, question] of questions.entries()) {
    if (question instanceof Senseless) {
      answers.push(question)
      continue
    }
    const verdict = verdicts[next++] ?? { allowed: false }
    const explain = explainIn(asked[place]?.context)
    if (explain) await letOthersBeServed(answers.length)
    answers.push(verdict instanceof Refusal ? verdict : await told(asking, verdict, explain))
  }
  return answers
}

/** Who may do it there (section 8.4): exactly those whose evaluation is a yes. */
export const searchSubjects = query({
  permission: 'organization.read',
  input: inOrganization({ search: SubjectSearch }),
  run: (asking, { search }) => subjectsFound(asking, search),
})

/** The same for whoever may only see one project. */
export const searchSubjectsAtProject = query({
  permission: 'project.read',
  input: inProject({ search: SubjectSearch }),
  run: (asking, { search }) => subjectsFound(asking, search),
})

async function subjectsFound(
  asking: Asking,
  { subject, action, resource, page }: z.output<typeof SubjectSearch>,
): Promise<Results> {
  const type = subjectIn(subject)
  const permission = permissionIn(action)
  const place = placeIn(resource, asking.organization)
  if (type instanceof Senseless || permission instanceof Senseless || place instanceof Senseless)
    return NOTHING
  const asked = { ...place, type, permission, explain: false, ...cut(page) }
  const { items, nextCursor } = await subjectsThere(asking, asked)
  return {
    results: items.map(({ user, service }) => ({ type, id: service ?? user })),
    nextToken: nextCursor ?? '',
  }
}

/** Where somebody may do it (section 8.5). */
export const searchResources = query({
  permission: 'organization.read',
  input: inOrganization({ search: ResourceSearch }),
  run: (asking, { search }) => resourcesFound(asking, search),
})

/** The same for whoever may only see one project. */
export const searchResourcesAtProject = query({
  permission: 'project.read',
  input: inProject({ search: ResourceSearch }),
  run: (asking, { search }) => resourcesFound(asking, search),
})

async function resourcesFound(
  asking: Asking,
  { subject, action, resource, page }: z.output<typeof ResourceSearch>,
): Promise<Results> {
  const type = subjectIn(subject)
  const permission = permissionIn(action)
  if (type instanceof Senseless || permission instanceof Senseless) return NOTHING
  const asked = { subject: subject.id, type, permission }
  if (resource.type === 'organization') {
    const { allowed } = await new Evaluator(asking).answer(asked)
    return allowed
      ? { results: [{ type: 'organization', id: asking.organization.id }], nextToken: '' }
      : NOTHING
  }
  if (resource.type !== 'project') return NOTHING
  const { items, nextCursor } = await projectsWhere(asking, { ...asked, explain: false, ...cut(page) })
  return { results: items.map(({ id }) => ({ type: 'project', id })), nextToken: nextCursor ?? '' }
}

/** What somebody may do there (section 8.6). */
export const searchActions = query({
  permission: 'organization.read',
  input: inOrganization({ search: ActionSearch }),
  run: (asking, { search }) => actionsFound(asking, search),
})

/** The same for whoever may only see one project. */
export const searchActionsAtProject = query({
  permission: 'project.read',
  input: inProject({ search: ActionSearch }),
  run: (asking, { search }) => actionsFound(asking, search),
})

async function actionsFound(
  asking: Asking,
  { subject, resource, page }: z.output<typeof ActionSearch>,
): Promise<Results> {
  const type = subjectIn(subject)
  const place = placeIn(resource, asking.organization)
  const list = ['actions', asking.organization.id, subject.type, subject.id, resource.type, resource.id]
  const from = page?.token ? Number(placeOf(list, page.token)[0]) : 0
  if (type instanceof Senseless || place instanceof Senseless) return NOTHING
  const all = await permissionsThere(asking, { ...place, subject: subject.id, type, explain: false })
  // There are few enough for one page unless fewer are wanted.
  const to = from + (page?.limit ?? all.length)
  return {
    results: all.slice(from, to).map(({ permission }) => ({ name: permission })),
    nextToken: to < all.length ? cursorAt(list, [to]) : '',
  }
}

/** How much of a list is wanted, and from where on. */
function cut(page: { readonly token?: string | undefined; readonly limit?: number | undefined } | undefined) {
  const cursor = page?.token === '' ? undefined : page?.token
  return { pageSize: Math.min(page?.limit ?? ON_A_PAGE, MOST_ON_A_PAGE), cursor }
}
