import { PROJECT_VISIBILITIES } from '@roster/domain'
import { z } from 'zod'
import { orNearest } from './problem.ts'
import { readUntil } from './until.ts'

/** An object that says which key it does not know, and which one was probably meant. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      const [key = ''] = issue.keys ?? []
      return orNearest(`“${key}” is not known here. Known are ${known.join(', ')}`, key, known)
    },
  })
}

/** `Apollo:` with nothing behind it is an entry that says nothing. */
function maybeEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => value ?? {}, schema)
}

const Text = z.string('Write some text here.')
const Flag = z.boolean('Write true or false.')

/** By name: each once, and the order does not matter. */
function named<Schema extends z.ZodType>(schema: Schema) {
  return z
    .record(z.string(), maybeEmpty(schema), 'Write a name and a colon for each one.')
    .nullable()
    .optional()
}

/** A list; with nothing behind the colon it is empty. */
const Names = z
  .array(Text, 'Write a list, each entry with a dash.')
  .nullish()
  .transform((list) => (list === null ? [] : list))

const Until = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'Write a day such as 2027-01-31, or a moment such as 2027-01-31T17:00:00Z.',
  )
  .refine((text) => readUntil(text) !== null, 'There is no such day.')

/** `editor`, or an object with an end and a reason. */
const GrantSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { role: value } : value),
  strict({
    role: z.string('Say with which role.'),
    until: Until.nullish(),
    reason: Text.nullish(),
  }),
)

const Grants = z
  .record(z.string(), GrantSchema, 'Write a project and its role, such as “Apollo: editor”.')
  .nullish()

const RoleSchema = strict({
  description: Text.nullish(),
  permissions: z.array(Text, 'Write a list of permissions.').optional(),
})

const ProjectSchema = strict({
  description: Text.nullish(),
  visibility: z.enum(PROJECT_VISIBILITIES, `Choose ${PROJECT_VISIBILITIES.join(', ')}.`).optional(),
  archived: Flag.optional(),
  default_role: Text.nullable().optional(),
})

const GroupSchema = strict({
  description: Text.nullish(),
  members: Names,
  managers: Names,
  groups: Names,
  roles: maybeEmpty(strict({ organization: GrantSchema.nullish(), projects: Grants })).optional(),
  only: Flag.optional(),
})

const MemberSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { role: value } : value),
  strict({
    role: Text.optional(),
    reason: Text.nullish(),
    title: Text.nullish(),
    projects: Grants,
    default_projects: Flag.optional(),
    only: Flag.optional(),
  }),
)

const ServiceSchema = strict({
  description: Text.nullish(),
  role: Text.optional(),
  reason: Text.nullish(),
  projects: Grants,
  only: Flag.optional(),
})

/** What `prune` may name. */
export const PRUNABLE = ['roles', 'projects', 'groups', 'members', 'service_accounts'] as const
export type Prunable = (typeof PRUNABLE)[number]

/** The file as it is written. What the policies may be is for the domain to say. */
export const DocumentSchema = strict({
  version: z.literal(1, 'Write “version: 1”: the form of this file.'),
  prune: z
    .union([z.boolean(), z.array(z.enum(PRUNABLE))], `Write true, or a list of ${PRUNABLE.join(', ')}.`)
    .optional(),
  organization: maybeEmpty(
    strict({ name: Text.optional(), policies: z.record(z.string(), z.unknown()).nullish() }),
  ).optional(),
  roles: maybeEmpty(strict({ organization: named(RoleSchema), project: named(RoleSchema) })).optional(),
  projects: named(ProjectSchema),
  groups: named(GroupSchema),
  members: named(MemberSchema),
  service_accounts: named(ServiceSchema),
})

export type Document = z.output<typeof DocumentSchema>
export type WrittenGrants = z.output<typeof Grants>
export type WrittenGrant = z.output<typeof GrantSchema>
