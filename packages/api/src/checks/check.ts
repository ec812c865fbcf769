import { z } from 'zod'
import { inOrganization, inProject } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { APermission, AProject, type Asking, Explain, MOST_QUESTIONS, Subject } from './asking.ts'
import { Evaluator, evaluateAll, type Verdict } from './evaluate.ts'
import { letOthersBeServed } from './pacing.ts'
import { type Reason, reasonsFor } from './reasons.ts'

/** The answer to a question; with reasons where they were asked for, none to a no. */
export interface Answer {
  readonly allowed: boolean
  readonly reasons?: readonly Reason[]
}

const Fields = { subject: Subject, permission: APermission, at: AProject.optional() }

/**
 * Whether somebody may do something at this moment, by the rule that every call is let in by; an archived project
 * answers as before. Whoever is no member, and a project that is not the caller's to know of, is a plain no. About
 * oneself may be asked always; about others it takes `members.read`, at a project `project.members.read` there: else
 * refuses with `not-permitted`.
 */
export const check = query({
  permission: 'organization.read',
  input: inOrganization({ ...Fields, explain: Explain }),
  run: async (asking, { explain, ...question }): Promise<Answer> =>
    told(asking, await new Evaluator(asking).answer(question), explain),
})

/** The same for whoever may only see one project: without `at`, it is about that one. */
export const checkAtProject = query({
  permission: 'project.read',
  input: inProject({ ...Fields, explain: Explain }),
  run: async (asking, { explain, project, at = project, ...question }): Promise<Answer> =>
    told(asking, await new Evaluator(asking).answer({ ...question, at }), explain),
})

const Batch = {
  checks: z
    .array(z.strictObject(Fields))
    .min(1)
    .max(MOST_QUESTIONS)
    .describe('The questions; answered in this order.'),
  explain: Explain,
}

/** Up to a thousand questions, each answered as `check` answers it. A caller who may not ask one of them is refused. */
export const checkBatch = query({
  permission: 'organization.read',
  input: inOrganization(Batch),
  run: async (asking, { checks, explain }) => tellAll(asking, await evaluateAll(asking, checks), explain),
})

/** The same for whoever may only see one project. */
export const checkBatchAtProject = query({
  permission: 'project.read',
  input: inProject(Batch),
  async run(asking, { project, checks, explain }) {
    const questions = checks.map(({ at = project, ...question }) => ({ ...question, at }))
    return tellAll(asking, await evaluateAll(asking, questions), explain)
  },
})

/** A verdict as it is answered. */
export async function told(asking: Asking, verdict: Verdict, explain: boolean): Promise<Answer> {
  if (!explain) return { allowed: verdict.allowed }
  if (!verdict.allowed) return { allowed: false, reasons: [] }
  const { subject, permission, place } = verdict
  const reasons = await reasonsFor(asking, subject.member, [permission], place)
  return { allowed: true, reasons: reasons.get(permission) ?? [] }
}

async function tellAll(
  asking: Asking,
  verdicts: readonly Verdict[],
  explain: boolean,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const verdict of verdicts) {
    if (explain) await letOthersBeServed(answers.length)
    answers.push(await told(asking, verdict, explain))
  }
  return answers
}
