import type { RefusalCode } from '@roster/domain'
import { z } from 'zod'
import type { Given, RestCall, Route } from './route.ts'

/** A file on its way: its text in pieces, made while it is sent. */
export interface RestFile {
  readonly name: string
  readonly type: string
  readonly text: AsyncIterable<string>
}

interface FileSpec {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly permission: string
  readonly refuses: readonly RefusalCode[]
  /** The types it may have. */
  readonly media: readonly string[]
  /** Begins the file; refuses before anything is sent. */
  opens(call: RestCall, params: Given['params']): Promise<RestFile>
}

/** A route that answers a file, made while it is sent. */
export function file({ opens, ...spec }: FileSpec): Route {
  return {
    ...spec,
    method: 'GET',
    writes: false,
    query: z.strictObject({}),
    body: null,
    answers: null,
    success: 200,
    bulk: false,
    dryRun: null,
    resource: null,
    pages: false,
    run: async (call, { params }) => ({ body: null, file: await opens(call, params) }),
  }
}
