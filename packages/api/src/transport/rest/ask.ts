import type { RefusalCode } from '@roster/domain'
import type { z } from 'zod'
import { answer, type Query } from '../../platform/query.ts'
import type { InOrganization, InProject } from '../../platform/scope.ts'
import { type Answers, described, fieldsGiven, type Route } from './route.ts'
import { writer } from './wire.ts'

/** What is asked, and which query answers it. */
interface Asks<Schema extends z.ZodType<InOrganization>, There extends z.ZodType<InProject>, Result>
  extends Answers<Result> {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly refuses?: readonly RefusalCode[]
  /** The fields of the body, and the input that they make. */
  readonly fields: z.ZodObject
  readonly input: (given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly calls: Query<Schema, Result>
  readonly atProject: Query<There, Result>
}

/**
 * A route that is asked by POST, since what it is asked does not fit into a URL, and changes nothing. A key that works
 * at one project asks the query that is about one, at its own.
 */
export function ask<Schema extends z.ZodType<InOrganization>, There extends z.ZodType<InProject>, Result>(
  spec: Asks<Schema, There, Result>,
): Route {
  const { calls, atProject, answers, shows, fields } = spec
  const write = writer(answers)
  return {
    ...described(spec, 'POST', calls.permission),
    writes: false,
    query: null,
    body: fields,
    answers,
    success: 200,
    bulk: false,
    dryRun: null,
    resource: null,
    pages: false,
    async run(call, given) {
      const { organization, ceiling } = call.actor
      const own = spec.input(fields.parse(fieldsGiven('POST', fields, given)))
      const result =
        ceiling.project === null
          ? await answer(calls, call, calls.input.parse({ organization, ...own }))
          : await answer(
              atProject,
              call,
              atProject.input.parse({ organization, project: ceiling.project, ...own }),
            )
      return { body: write(shows ? shows(result, { call, params: given.params }) : result) }
    },
  }
}
