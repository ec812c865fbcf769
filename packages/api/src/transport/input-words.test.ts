import { expect, test } from 'vitest'
import { z } from 'zod'
import { inputRefusal } from './refused.ts'

const Input = z.strictObject({
  name: z.string().min(1).max(3).optional(),
  code: z.string().min(2).optional(),
  size: z.int().min(1).max(100).optional(),
  share: z.number().gt(0).optional(),
  sure: z.boolean().optional(),
  order: z.enum(['name', 'email']).optional(),
  kind: z.literal('all').optional(),
  items: z.array(z.string()).min(1).max(2).optional(),
  inner: z.object({ needed: z.string() }).optional(),
  own: z
    .string()
    .refine((text) => text === 'so', 'say so')
    .optional(),
})

test.each([
  [{ name: '' }, 'Check name: it must not be empty.'],
  [{ name: 'four' }, 'Check name: it must have at most 3 characters.'],
  [{ name: 5 }, 'Check name: it must be text.'],
  [{ code: 'x' }, 'Check code: it must have at least 2 characters.'],
  [{ size: 0 }, 'Check size: it must be at least 1.'],
  [{ size: 101 }, 'Check size: it must be at most 100.'],
  [{ size: 1.5 }, 'Check size: it must be a whole number.'],
  [{ size: 'ten' }, 'Check size: it must be a number.'],
  [{ share: 0 }, 'Check share: it must be more than 0.'],
  [{ sure: 'yes' }, 'Check sure: it must be true or false.'],
  [{ order: 'height' }, 'Check order: it must be one of name, email.'],
  [{ kind: 'some' }, 'Check kind: it must be all.'],
  [{ items: [] }, 'Check items: it must have at least 1 entry.'],
  [{ items: ['a', 'b', 'c'] }, 'Check items: it must have at most 2 entries.'],
  [{ items: 'a' }, 'Check items: it must be a list.'],
  [{ inner: {} }, 'Check inner.needed: it is missing.'],
  [{ inner: 5 }, 'Check inner: it must be an object.'],
  [{ own: 'no' }, 'Check own: say so.'],
  [{ colour: 'red', shape: 'round' }, 'Check input: there is no field “colour”, “shape”.'],
])('%j: %s', (input, sentence) => {
  const { error } = Input.safeParse(input)
  if (!error) throw new Error('it was taken')
  expect(inputRefusal(error).message).toBe(sentence)
})
