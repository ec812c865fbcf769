import type { Chance } from '../../demo/chance.ts'
import { inputFor, type Pools, type Shape } from './inputs.ts'
import type { Asked } from './rest-oracle.ts'
import { asJson, noise } from './values.ts'

const TEXT: Shape = { type: 'string' }
const NAMED: Shape = { properties: { type: TEXT, id: TEXT }, required: ['type', 'id'] }
const ACTION: Shape = { properties: { name: TEXT }, required: ['name'] }
const CONTEXT: Shape = { properties: { explain: { type: 'boolean' } } }
const PAGE: Shape = { properties: { token: TEXT, limit: { type: 'integer' } } }
const ONE: Shape = {
  properties: { subject: NAMED, action: ACTION, resource: NAMED, context: CONTEXT },
  required: ['subject', 'action', 'resource'],
}
const MANY: Shape = {
  properties: {
    ...ONE.properties,
    evaluations: { items: ONE },
    options: {
      properties: {
        evaluations_semantic: {
          enum: ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit', 'sometimes'],
        },
      },
    },
  },
}
const SEARCH: Shape = { properties: { ...ONE.properties, page: PAGE }, required: ['subject', 'resource'] }

const ENDPOINTS: readonly [readonly [string, Shape], ...(readonly [string, Shape])[]] = [
  ['/access/v1/evaluation', ONE],
  ['/access/v1/evaluations', MANY],
  ['/access/v1/search/subject', SEARCH],
  ['/access/v1/search/resource', SEARCH],
  ['/access/v1/search/action', SEARCH],
]
const READ: readonly [string, ...string[]] = [
  '/.well-known/authzen-configuration',
  '/api/openapi.json',
  '/access/v1/nothing',
  '/access/v1/evaluation',
  '/api/v1',
  '/api/v1/',
  '/api',
]

/** A question to the AuthZEN endpoints, or for a document; what is asked there changes nothing, whatever it is. */
export function authzenRequest(chance: Chance, pools: Pools): Asked {
  if (chance.percent(15)) return { method: 'GET', url: chance.pick(READ), headers: {}, body: null }
  const [url, shape] = chance.pick(ENDPOINTS)
  const kind = chance.whole(1, 100)
  const wild = kind > 70 ? 60 : kind > 35 ? 15 : 0
  const well: Pools = {
    type: ['user', 'user', 'service_account', 'organization', 'project', 'document'],
    id: [
      ...some(pools.person),
      ...some(pools.project),
      ...some(pools.member),
      'acme',
      'ada@acme.test',
      'the-eve',
    ],
    name: ['members.read', 'project.read', 'project.content.edit', 'organization.delete', 'members.raed'],
    token: some(pools.cursor),
  }
  const body = kind > 92 ? noise(chance) : asJson(inputFor(shape, well, chance, wild))
  const headers = {
    'content-type': 'application/json',
    ...(chance.percent(20) && { 'x-request-id': 'abc-1' }),
  }
  return { method: 'POST', url, headers, body }
}

function some(pool: Pools[string] | undefined): readonly [unknown, ...unknown[]] {
  return pool ?? ['unknown']
}
