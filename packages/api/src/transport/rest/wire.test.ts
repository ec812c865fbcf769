import { expect, test } from 'vitest'
import { z } from 'zod'
import { Moment } from '../../platform/input.ts'
import { AnId, At, Secret } from './schemas.ts'
import { read, readQuery, withoutSecrets, writer } from './wire.ts'

const Thing = z.object({
  id: AnId('prj'),
  createdAt: At,
  closedAt: At.nullable(),
  link: Secret,
  placesBy: z.record(z.string(), z.object({ firstSeen: At })),
  inIt: z.array(z.object({ displayName: z.string() })).optional(),
  one: z.union([
    z.object({ kind: z.literal('a'), atA: At }),
    z.object({ kind: z.literal('b'), nB: z.int() }),
  ]),
})

test('an answer is written in snake case, moments as RFC 3339, with documented fields only', () => {
  const written = writer(Thing)({
    id: 'prj_1',
    createdAt: 0,
    closedAt: null,
    link: 'https://roster.test',
    placesBy: { camelKey: { firstSeen: 1_000, hidden: true } },
    inIt: [{ displayName: 'Ada', passwordHash: 'x' }],
    one: { kind: 'b', nB: 2, more: 3 },
    internal: 'never',
  })
  expect(written).toEqual({
    id: 'prj_1',
    created_at: '1970-01-01T00:00:00.000Z',
    closed_at: null,
    link: 'https://roster.test',
    places_by: { camelKey: { first_seen: '1970-01-01T00:00:01.000Z' } },
    in_it: [{ display_name: 'Ada' }],
    one: { kind: 'b', n_b: 2 },
  })
})

test('what is not there is left out, and a schema may contain itself', () => {
  type Nested = { readonly name: string; readonly inner?: Nested | undefined }
  const Nest: z.ZodType<Nested> = z.lazy(() => z.object({ name: z.string(), inner: Nest.optional() }))
  const Outer = z.object({
    theNest: z.array(z.object({ firstName: z.string(), gone: z.string().optional() })),
  })
  expect(writer(Outer)({ theNest: [{ firstName: 'Ada' }] })).toEqual({ the_nest: [{ first_name: 'Ada' }] })
  expect(Nest.safeParse({ name: 'a', inner: { name: 'b' } }).success).toBe(true)
})

const Given = z.strictObject({
  expiresAt: Moment.nullable().optional(),
  roleIds: z.array(z.string()).default([]),
  terms: z.array(z.strictObject({ endsAt: Moment, forWhom: z.string() })).optional(),
})

test('a body is read in snake case, moments with any offset', () => {
  expect(
    read(Given, {
      expires_at: '2026-05-04T11:00:00+02:00',
      role_ids: ['a'],
      terms: [{ ends_at: '2026-05-04T09:00Z', for_whom: 'x' }],
    }),
  ).toEqual({
    expiresAt: Date.UTC(2026, 4, 4, 9),
    roleIds: ['a'],
    terms: [{ endsAt: Date.UTC(2026, 4, 4, 9), forWhom: 'x' }],
  })
})

test.each([
  ['a number', 1_000],
  ['a day alone', '2026-05-04'],
  ['a time without an offset', '2026-05-04T09:00:00'],
  ['a day there is not', '2026-02-30T09:00:00Z and more'],
  ['words', 'tomorrow'],
  ['a list', []],
  ['yes', true],
])('%s is no moment', (_, given) => {
  expect(Given.safeParse(read(Given, { expires_at: given })).success).toBe(false)
})

test.each([
  ['camel case', { expiresAt: null }],
  ['what there is not', { nothing: 1 }],
  ['what every object has', { constructor: 1 }],
  ['a prototype', JSON.parse('{"__proto__": {"role_ids": []}, "to_string": 1}')],
  ['what there is not, further in', { terms: [{ ends_at: '2026-05-04T09:00:00Z', for_whom: 'x', more: 1 }] }],
])('%s is no field', (_, given) => {
  expect(() => Given.parse(read(Given, given))).toThrow(z.ZodError)
})

test('in a URL everything is text: numbers, yes and no, moments and lists are read out of it', () => {
  const Query = z.strictObject({
    pageSize: z.int().default(25),
    share: z.number().optional(),
    nested: z.boolean().default(false),
    sentAfter: Moment.optional(),
    roles: z.array(z.string()).optional(),
    numbers: z.array(z.int()).optional(),
    name: z.string().optional(),
  })
  expect(
    readQuery(Query, {
      page_size: '10',
      share: '-0.5',
      nested: 'true',
      sent_after: '2026-05-04T09:00:00Z',
      roles: 'a,b',
      numbers: ['1', '2'],
      name: '42',
    }),
  ).toEqual({
    pageSize: 10,
    share: -0.5,
    nested: true,
    sentAfter: Date.UTC(2026, 4, 4, 9),
    roles: ['a', 'b'],
    numbers: [1, 2],
    name: '42',
  })
  for (const wrong of [
    { page_size: '1e3' },
    { page_size: '' },
    { nested: 'yes' },
    { numbers: '1,x' },
    { page_size: '0x10' },
  ])
    expect(Query.safeParse(readQuery(Query, wrong)).success).toBe(false)
})

test('what is shown once is not kept, however deep it lies', () => {
  const Deep = z.object({
    items: z.array(z.object({ id: z.string(), link: Secret })),
    one: z.object({ link: Secret }).nullable(),
  })
  const kept = withoutSecrets(Deep, {
    items: [
      { id: 'a', link: 's' },
      { id: 'b', link: null },
    ],
    one: { link: 's' },
  })
  expect(kept).toEqual({
    items: [
      { id: 'a', link: null },
      { id: 'b', link: null },
    ],
    one: { link: null },
  })
})
