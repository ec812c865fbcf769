import { expect, test } from 'vitest'
import { isRefusal, Roster } from './index.ts'

const refusing = new Roster({
  url: 'https://roster.example',
  key: 'rst_key',
  fetch: async () => Response.json({ code: 'not-permitted', title: 'No', detail: 'No.' }, { status: 403 }),
})
const { members } = refusing.organization('acme')

/** Whether it was refused. A rejection that nobody handled fails the run of the tests by itself. */
async function isRefused(waiting: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await waiting()
    return false
  } catch (error) {
    return isRefusal(error, 'not-permitted')
  }
}

async function gone(through: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of through) throw new Error('there is nothing to go through')
}

test.each([
  ['awaiting it', () => members.get('mem_1')],
  ['awaiting it with what HTTP says', () => members.get('mem_1').withResponse()],
  ['awaiting a page', () => members.list()],
  ['awaiting a page with what HTTP says', () => members.list().withResponse()],
  ['going through a list', () => gone(members.list())],
  ['going through all of a list', () => gone(members.all())],
  ['going through its pages', () => gone(members.list().pages())],
])('a refusal is told once, to whoever waits by %s', async (_, waiting) => {
  expect(await isRefused(waiting)).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 5))
})
