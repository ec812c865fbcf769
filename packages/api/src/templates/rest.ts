import { Refusal, TEMPLATE_KINDS } from '@roster/domain'
import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { At, List, Person, whole } from '../transport/rest/schemas.ts'
import { Text } from './input.ts'
import { listTemplates } from './list.ts'
import { previewTemplate } from './preview.ts'
import { resetTemplate } from './reset.ts'
import { updateTemplate } from './update.ts'

const ALL = '/organizations/{organization}/templates'
const ONE = `${ALL}/{kind}`

const Template = z
  .object({
    kind: z.enum(TEMPLATE_KINDS).describe('Which letter.'),
    subject: z.string(),
    body: z.string().describe('What the organization adds; `{organization}` and the like are filled in.'),
    changed: z.object({ at: At, by: Person.nullable() }).nullable().describe('Null for the standard text.'),
  })
  .meta({ id: 'Template', description: 'A letter in the organization’s own words.' })

const one = get({
  path: ONE,
  name: 'templates.get',
  summary: 'Get the text of a letter',
  calls: listTemplates,
  answers: Template,
  shows(templates, { params }) {
    const found = templates.find(({ kind }) => kind === params.kind)
    if (!found) throw new Refusal('not-found', { field: 'kind' })
    return found
  },
})

const Words = z.strictObject(Text)

/** The resource `templates`. */
export const templateRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'templates.list',
    summary: 'List the texts of letters',
    calls: listTemplates,
    answers: List(Template, 'Templates'),
    shows: whole,
  }),
  one,
  act({
    method: 'PUT',
    path: ONE,
    name: 'templates.update',
    summary: 'Put a letter into the organization’s own words',
    description: 'With `dry_run=true`, the mail as it would go out.',
    calls: updateTemplate,
    takes: { fields: Words, input: (given) => given },
    resource: one,
    at: (_, params) => params,
    dryRun: get({
      path: ONE,
      name: 'templates.preview',
      summary: 'The mail as it would go out',
      calls: previewTemplate,
      takes: { fields: Words, input: (given) => given },
      answers: z
        .object({ subject: z.string(), text: z.string(), html: z.string() })
        .meta({ id: 'TemplatePreview', description: 'The mail as it would go out.' }),
    }),
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'templates.reset',
    summary: 'Go back to the standard text of a letter',
    calls: resetTemplate,
    nothing: true,
    resource: one,
  }),
]
