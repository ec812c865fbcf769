import { type AppRouter, appRouter } from '@roster/api'
import { z } from 'zod'
import type { Chance } from '../../demo/chance.ts'
import { hostile } from './values.ts'

/** A procedure as an attacker knows it: its path, and the shape of what it takes. */
export interface Target {
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly shape: Shape
}

/** As much of JSON Schema as the inputs use. */
export interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly format?: string
}

/** What a field of this name takes when all is well. */
export type Pools = Readonly<Record<string, readonly [unknown, ...unknown[]]>>

/** Every procedure there is, from the router itself. */
export function targets(router: AppRouter = appRouter): readonly Target[] {
  const byPath: Readonly<Record<string, unknown>> = router._def.procedures
  return Object.entries(byPath).map(([path, procedure]) => {
    if (!isProcedure(procedure)) throw new TypeError(`${path} is no procedure`)
    const { type, inputs } = procedure._def
    return { path, type, shape: shapeOf(inputs[0]) }
  })
}

interface Procedure {
  readonly _def: { readonly type: Target['type']; readonly inputs: readonly z.ZodType[] }
}

function isProcedure(value: unknown): value is Procedure {
  return typeof value === 'function' && '_def' in value
}

function shapeOf(schema: z.ZodType | undefined): Shape {
  const shape: unknown = z.toJSONSchema(schema ?? z.undefined(), { io: 'input', unrepresentable: 'any' })
  if (!isShape(shape)) throw new TypeError('an input has no shape')
  return shape
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null
}

/**
 * An input of this shape. Each part of it is replaced by something hostile in `wild` of a hundred cases; with none,
 * it is what the pools say is well.
 */
export function inputFor(shape: Shape, pools: Pools, chance: Chance, wild: number, name = ''): unknown {
  if (name !== '' && chance.percent(wild)) return hostile(chance)
  if (shape.properties) return objectFor(shape.properties, shape.required ?? [], pools, chance, wild)
  const pool = pools[name]
  if (shape.items) {
    const items = shape.items
    return Array.from({ length: chance.whole(1, 3) }, () => inputFor(items, pools, chance, wild, name))
  }
  if (pool) return chance.pick(pool)
  if (shape.format === 'date-time') return chance.pick(MOMENTS)
  if (shape.anyOf?.[0]) return inputFor(shape.anyOf[0], pools, chance, wild, name)
  if (shape.enum?.[0]) return chance.pick([shape.enum[0], ...shape.enum.slice(1)])
  if (shape.type === 'boolean') return chance.percent(50)
  if (shape.type === 'integer' || shape.type === 'number') return chance.whole(1, 30)
  return hostile(chance)
}

function objectFor(
  properties: Readonly<Record<string, Shape>>,
  required: readonly string[],
  pools: Pools,
  chance: Chance,
  wild: number,
): unknown {
  const entries = Object.entries(properties)
    .filter(([name]) => (required.includes(name) ? !chance.percent(wild / 10) : chance.percent(50)))
    .map(([name, shape]) => [name, inputFor(shape, pools, chance, wild, name)])
  const more = chance.percent(wild / 4) ? [[chance.pick(SUPERFLUOUS), hostile(chance)]] : []
  return Object.fromEntries([...entries, ...more])
}

const MOMENTS: readonly [string, ...string[]] = ['2027-06-01T00:00:00Z', '2026-01-01T00:00:00+01:00']

/** Fields that would be worth something if they were taken. */
const SUPERFLUOUS: readonly [string, ...string[]] = [
  'admin',
  'constructor',
  'isOwner',
  'organization_id',
  'role',
  'state',
  'user',
  'verified',
]
