import { isId, isPermission, type Permission } from '@roster/domain'
import { z } from 'zod'
import { MOST_QUESTIONS, type Question, type SubjectType } from './asking.ts'

/** What is asked in the words of the OpenID AuthZEN Authorization API 1.0, and what they mean here. */

const Properties = z.looseObject({}).optional()
const Subject = z.object({ type: z.string(), id: z.string(), properties: Properties })
const Resource = Subject
const Action = z.object({ name: z.string(), properties: Properties })
const Context = z.looseObject({})
const Typed = z.object({ type: z.string(), properties: Properties })
const Page = z.object({
  token: z.string().max(500).optional(),
  limit: z.int().min(0).optional(),
  properties: Properties,
})

/** One evaluation (section 6.1). */
export const EvaluationRequest = z.object({
  subject: Subject,
  action: Action,
  resource: Resource,
  context: Context.optional(),
})

/** Many of them (section 7.1): what the whole says holds for each that does not say it itself. */
export const EvaluationsRequest = z.object({
  subject: Subject.optional(),
  action: Action.optional(),
  resource: Resource.optional(),
  context: Context.optional(),
  evaluations: z.array(z.looseObject({})).max(MOST_QUESTIONS).optional(),
  options: z
    .looseObject({
      evaluations_semantic: z
        .enum(['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'])
        .default('execute_all'),
    })
    .default({ evaluations_semantic: 'execute_all' }),
})

export const SubjectSearch = z.object({
  subject: Typed,
  action: Action,
  resource: Resource,
  context: Context.optional(),
  page: Page.optional(),
})
export const ResourceSearch = z.object({
  subject: Subject,
  action: Action,
  resource: Typed,
  context: Context.optional(),
  page: Page.optional(),
})
export const ActionSearch = z.object({
  subject: Subject,
  resource: Resource,
  context: Context.optional(),
  page: Page.optional(),
})

export type Evaluation = z.output<typeof EvaluationRequest>
export type Semantic = z.output<typeof EvaluationsRequest>['options']['evaluations_semantic']

/** A decision (section 5.5). */
export interface Decision {
  readonly decision: boolean
  readonly context?: Readonly<Record<string, unknown>>
}

/** The organization in which is asked. */
interface Here {
  readonly id: string
  readonly slug: string
}

/** What of an evaluation makes no sense here, as far as everybody may know. */
export class Senseless {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

/** A subject by its type and id: people by account, membership, address or username; service accounts by id. */
export function subjectIn({ type }: { readonly type: string }): SubjectType | Senseless {
  return type === 'user' || type === 'service_account'
    ? type
    : new Senseless('There are subjects of the types user and service_account.')
}

/** An action is a permission. */
export function permissionIn({ name }: { readonly name: string }): Permission | Senseless {
  return isPermission(name)
    ? name
    : new Senseless('Actions are named as permissions are, such as project.read.')
}

/** Where a resource is: at the organization (null), or what names a project. Another organization is no project. */
export function placeIn(
  { type, id }: { readonly type: string; readonly id: string },
  here: Here,
): { readonly at: string | undefined } | Senseless {
  if (type === 'organization') return { at: id === here.id || id === here.slug ? undefined : 'elsewhere' }
  if (type === 'project') return { at: isId('prj', id) ? id : 'elsewhere' }
  return new Senseless('There are resources of the types organization and project.')
}

/** The question of an evaluation, or why it is none. */
export function questionIn({ subject, action, resource }: Evaluation, here: Here): Question | Senseless {
  const type = subjectIn(subject)
  if (type instanceof Senseless) return type
  const permission = permissionIn(action)
  if (permission instanceof Senseless) return permission
  const place = placeIn(resource, here)
  if (place instanceof Senseless) return place
  return { subject: subject.id, type, permission, ...place }
}

/** Whether reasons are wanted: `{"explain": true}` in the context. */
export function explainIn(context: Readonly<Record<string, unknown>> | undefined): boolean {
  return context?.explain === true
}

/** An evaluation of many with what the whole says, or what is wrong with it alone. */
export function withDefaults(
  { subject, action, resource, context }: z.output<typeof EvaluationsRequest>,
  own: Readonly<Record<string, unknown>>,
): Evaluation | Senseless {
  const parsed = EvaluationRequest.safeParse({ subject, action, resource, context, ...own })
  if (parsed.success) return parsed.data
  return new Senseless(faultIn(parsed.error))
}

/** The first thing that is wrong, in one line. */
export function faultIn(error: z.ZodError): string {
  const [issue] = error.issues
  const at = issue?.path.map((part) => String(part).slice(0, 50)).join('.') || 'the request'
  return `${at}: ${issue?.message ?? 'is not as it should be'}`.slice(0, 300)
}

/** The decisions of many up to the one that settles it (section 7.1.2.1): the others are left out. */
export function shortened(decisions: readonly Decision[], semantic: Semantic): readonly Decision[] {
  if (semantic === 'execute_all') return decisions
  const settled = decisions.findIndex(({ decision }) => decision === (semantic === 'permit_on_first_permit'))
  return settled < 0 ? decisions : decisions.slice(0, settled + 1)
}
