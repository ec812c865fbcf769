import { appRouter, REST_ROUTES } from '@roster/api'
import { expect, test } from 'vitest'
import { capabilityWalls } from './walls/capabilities.ts'
import { clockWalls, importWalls } from './walls/imports.ts'
import { nameWalls } from './walls/names.ts'
import { packageWalls } from './walls/packages.ts'
import { placeWalls } from './walls/places.ts'
import { readTree } from './walls/tree.ts'

// What no linter sees. Each of these walls is tried against deliberate violations in walls/*.test.ts.
const repository = readTree()

test('packages depend on each other in one direction', () => {
  expect(packageWalls(repository)).toEqual([])
})

test('folders and files bear names that say something, and slices the same one everywhere', () => {
  expect(nameWalls(repository)).toEqual([])
})

test('imports stay behind the walls', () => {
  expect(importWalls(repository)).toEqual([])
})

test('rules and slices are told the time', () => {
  expect(clockWalls(repository)).toEqual([])
})

test('no file names a machine or a registry', () => {
  expect(placeWalls(repository)).toEqual([])
})

test('every capability is told, and proven by a test that is there', () => {
  const routes = REST_ROUTES.map(({ method, path }) => `${method} ${path}`)
  expect(capabilityWalls(repository, [...Object.keys(appRouter._def.procedures), ...routes])).toEqual([])
})
