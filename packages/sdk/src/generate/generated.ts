import { HTTP_PROBLEMS, openApiDocument, REST_ROUTES } from '@roster/api'
import { operationsOf } from './operation.ts'
import { pythonResources } from './python.ts'
import { routesTable } from './routes-table.ts'
import { typescriptOf } from './typescript.ts'

/** Everything that follows from the document of the API as it is in this repository. */
export function generated() {
  const document: unknown = JSON.parse(
    JSON.stringify(openApiDocument(REST_ROUTES, { url: 'https://roster.example', version: '1' })),
  )
  const operations = operationsOf(document)
  const codes = [
    ...new Set([...operations.flatMap((operation) => operation.codes), ...Object.keys(HTTP_PROBLEMS)]),
  ].sort()
  return {
    operations,
    document,
    files: [
      {
        url: new URL('../generated/types.ts', import.meta.url),
        content: typescriptOf(document, operations, codes),
      },
      { url: new URL('../generated/routes.ts', import.meta.url), content: routesTable(document, operations) },
      {
        url: new URL('../../../sdk-python/roster/_resources.py', import.meta.url),
        content: pythonResources(document, operations),
      },
    ],
  }
}
