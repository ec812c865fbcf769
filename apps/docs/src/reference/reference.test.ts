import { HTTP_PROBLEMS } from '@roster/api'
import { AUDIT_ACTIONS, REFUSALS } from '@roster/domain'
import { expect, test } from 'vitest'
import { pageOf } from '../site/page.ts'
import { EVENTS } from './event-sentences.ts'
import { generated } from './generated.ts'
import { operationPages } from './operations.ts'

const page = (path: string) => {
  const source = generated().find((one) => one.path === path)
  if (!source) throw new Error(`no page ${path}`)
  return pageOf(source)
}

test('every event of an organization has its sentence, and no other has one', () => {
  const own = AUDIT_ACTIONS.filter((action) => !/^(?:instance|identity)\./.test(action))
  expect(Object.keys(EVENTS).sort()).toEqual([...own].sort())
  for (const action of own) expect(page('reference/events').markdown).toContain(`| \`${action}\` |`)
})

test('every refusal stands under its code, which is its anchor', () => {
  const anchors = page('reference/problems').headings.map(({ anchor }) => anchor)
  for (const code of [...Object.keys(REFUSALS), ...Object.keys(HTTP_PROBLEMS)])
    expect(anchors).toContain(code)
})

test('a matrix says who holds what', () => {
  const { markdown } = page('reference/permissions')
  expect(markdown).toMatch(/\| `organization\.delete` \| Delete the organization \| yes \| – \| – \| – \|/)
  expect(markdown).toMatch(/\| `project\.content\.read` \|.*\| yes \| yes \| yes \| yes \|/)
})

test('an OpenAPI document becomes a page for each tag, and one of all requests', () => {
  const [all, members, ...more] = operationPages(DOCUMENT)
  expect(more).toEqual([])
  expect(all?.markdown).toContain('| Change a member | `PATCH /api/v1/members/{member}` |')
  expect(all?.markdown).toContain('[Service accounts, in full](rest/service-accounts.md)')
  expect(members).toMatchObject({ path: 'reference/rest/service-accounts', group: 'REST API' })
  expect(members?.markdown).toBe(`# Service accounts API

## Change a member

\`PATCH /api/v1/members/{member}\`

Changes the title.

In the clients: \`members.update\`.

Needs the permission [\`members.update\`](../permissions.md).

**Parameters**

| Name | In | Type | What it is |
| --- | --- | --- | --- |
| \`member\` | path | string | Whom. |
| \`page_size\`, optional | query | integer | Default \`25\`. At most 100. |

**Body**

| Field | Type | What it is |
| --- | --- | --- |
| \`title\` | string or null | Such as a\\|b. |
| \`roles\`, optional | list of objects |  |
| \`roles[].key\` | one of \`owner\`, \`admin\` |  |

\`\`\`json
{
  "title": "Rear admiral",
  "roles": [
    {
      "key": "owner"
    }
  ]
}
\`\`\`

**Answer** 200

| Field | Type | What it is |
| --- | --- | --- |
| \`at\` | instant (RFC 3339) |  |
| \`count\`, optional | integer |  |

\`\`\`json
{
  "at": "2026-05-03T09:30:00.000Z",
  "count": 1
}
\`\`\`

**Refusals** [\`not-found\`](../problems.md#not-found)
`)
})

test('what the product declares has pages without a field that nobody describes by type', () => {
  for (const { path, markdown } of generated().filter((one) => one.path.startsWith('reference/rest/')))
    expect(markdown, path).not.toMatch(/undefined|\[object|NaN|-9007199254740991/)
})

const DOCUMENT = {
  openapi: '3.1.1',
  servers: [{ url: 'https://roster.example/api/v1' }],
  paths: {
    '/members/{member}': {
      patch: {
        operationId: 'members.update',
        tags: ['serviceAccounts'],
        summary: 'Change a member',
        description: 'Changes the title.\n\nNeeds the permission `members.update`.',
        'x-permission': 'members.update',
        'x-codes': ['not-found'],
        parameters: [
          { name: 'member', in: 'path', required: true, description: 'Whom.', schema: { type: 'string' } },
          { name: 'page_size', in: 'query', schema: { type: 'integer', default: 25, maximum: 100 } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['title'],
                properties: {
                  title: {
                    description: 'Such as a|b.',
                    examples: ['Rear admiral'],
                    anyOf: [{ type: 'string' }, { type: 'null' }],
                  },
                  roles: { type: 'array', items: { $ref: '#/components/schemas/Role' } },
                },
              },
            },
          },
        },
        responses: {
          200: {
            content: {
              'application/json': {
                schema: {
                  allOf: [
                    {
                      type: 'object',
                      required: ['at'],
                      properties: { at: { type: 'string', format: 'date-time' } },
                    },
                    {
                      type: 'object',
                      properties: { count: { type: 'integer', minimum: -9007199254740991 } },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Role: {
        type: 'object',
        required: ['key'],
        properties: { key: { type: 'string', enum: ['owner', 'admin'] } },
      },
    },
  },
}
