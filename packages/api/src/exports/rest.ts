import { z } from 'zod'
import { REST_ROOT } from '../transport/rest/answer.ts'
import { file } from '../transport/rest/file.ts'
import { act, type Route } from '../transport/rest/route.ts'
import { exportFile } from './fetch.ts'
import { prepareExport } from './prepare.ts'

/** The resource `exports`: prepared by one call, fetched by another. */
export const exportRoutes: readonly Route[] = [
  act({
    method: 'POST',
    path: '/organizations/{organization}/exports',
    name: 'exports.create',
    summary: 'Prepare an export',
    description:
      'Answers where the file is fetched, within ten minutes and by whoever asked for it. Takes the permission to read what is exported as well.',
    calls: prepareExport,
    success: 201,
    answers: z
      .object({
        id: z.string().describe('The name it is fetched by.'),
        url: z.string().meta({ format: 'uri' }).describe('Where it is fetched, with the same key.'),
      })
      .meta({ id: 'Export', description: 'A file that waits to be fetched.' }),
    shows: ({ name }, { call }) => ({ id: name, url: `${call.instance.url}${REST_ROOT}/exports/${name}` }),
  }),
  file({
    path: '/exports/{export}',
    name: 'exports.download',
    summary: 'Fetch an export',
    description: 'As CSV or JSON, as it was asked for; made while it is sent.',
    permission: 'organization.export',
    refuses: ['export-expired'],
    media: ['text/csv', 'application/json'],
    opens: (call, params) => exportFile(call, params.export ?? ''),
  }),
]
