import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { REST_ROUTES } from '../../rest.ts'
import { openApiDocument } from './document.ts'

async function lint(
  document: unknown,
): Promise<readonly (readonly [severity: string, rule: string, message: string])[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const found = await lintFromString({ source: JSON.stringify(document), config })
  return found.map(({ severity, ruleId, message }) => [severity, ruleId, message])
}

const document = openApiDocument(REST_ROUTES, { url: 'https://roster.test', version: '1.0.0' })

test('D48 the document of the REST routes passes a public linter without a word', async () => {
  expect(await lint(document)).toEqual([])
})

test('the linter finds what is wrong', async () => {
  const [path = ''] = Object.keys(document.paths ?? {})
  const broken = { ...document, security: undefined, paths: { [path]: { get: { responses: {} } } } }
  expect((await lint(broken)).map(([, rule]) => rule)).toContain('security-defined')
})
