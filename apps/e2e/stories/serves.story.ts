import { axe, expect, shows, story } from '../src/story.ts'

story('a fresh product answers, and its first page has a heading', async ({ roster, as }) => {
  const health = await fetch(`${roster.url}/healthz`)
  expect(health.status).toBe(200)

  const visitor = await as('visitor')
  await visitor.goto('/')
  await shows(visitor.getByRole('heading', { level: 1 }))
  await axe(visitor)
})
