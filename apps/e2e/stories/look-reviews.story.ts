import { at, call } from '../src/api.ts'
import { ALAN, begin, enter, GRACE, gatherIn, JOAN, MARY } from '../src/crowd.ts'
import { moveIn } from '../src/demo.ts'
import { DAY } from '../src/steps.ts'
import { lookAt, shows, story } from '../src/story.ts'

story(
  'reviews look right, empty, under way and for who has none',
  { timeout: 240_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE, ALAN, JOAN, MARY])
    const ask = (procedure: string, input: object) =>
      call(ada.request, roster.url, procedure, { organization: 'acme', ...input })
    for (const [path, name] of [
      ['/acme/reviews', 'reviews-empty'],
      ['/acme/reviews?start=true', 'review-start'],
      ['/acme/insights', 'insights-young'],
    ] as const) {
      await ada.goto(path)
      await shows(ada.getByRole('heading', { level: 1 }))
      await lookAt(ada, name)
    }
    const found = await ask('members.list', {})
    const items = at(found, 'items')
    const member = (name: string) =>
      Array.isArray(items)
        ? at(
            items.find((one: unknown) => at(one, 'name') === name),
            'member',
          )
        : undefined
    const begun = async (name: string) =>
      String(
        at(
          await ask('reviews.start', {
            ...{ scope: 'organization', reviewers: [member('Ada Lovelace'), member('Grace Hopper')], name },
            ...{ fallback: 'keep', deadline: Date.now() + 14 * DAY },
          }),
          'review',
        ),
      )
    const review = await begun('Spring, with a rather long name that tells of everything that is looked at')
    await ask('reviews.close', { review: await begun('Winter') })
    await ask('reviews.cancel', { review: await begun('Autumn') })
    await ada.goto('/acme/reviews')
    await shows(ada.getByRole('row', { name: /Winter/ }))
    await lookAt(ada, 'reviews')
    for (const [query, name] of [
      ['', 'review-yours'],
      ['?tab=all', 'review-all'],
      ['?tab=decided', 'review-decided-none'],
      ['?end=close', 'review-close'],
      ['?end=cancel', 'review-cancel'],
    ] as const) {
      await ada.goto(`${'/acme/reviews/'}${review}${query}`)
      await shows(ada.getByRole('heading', { name: /Spring/ }))
      await lookAt(ada, name)
    }
    await ada.goto(`/acme/reviews/${review}`)
    await ada.getByRole('checkbox', { name: 'Select all on this page' }).check()
    await lookAt(ada, 'review-bulk')
    await ada.getByRole('button', { name: 'Change role…' }).click()
    await shows(ada.getByRole('dialog').getByRole('radio', { name: /^Viewer/ }))
    await lookAt(ada, 'review-bulk-change')

    const mary = await as('mary')
    await enter(roster, mary, MARY)
    await mary.goto('/acme/reviews')
    await shows(mary.getByText('Nobody asked you to review access'))
    await lookAt(mary, 'reviews-none-of-mine')
  },
)

story(
  'insights and a review of a grown organization look right',
  { timeout: 240_000 },
  async ({ roster, as }) => {
    const ada = await as('ada')
    await moveIn(roster, ada)
    await ada.goto('/acme/insights')
    await shows(ada.getByRole('figure', { name: /accepted/ }))
    await lookAt(ada, 'insights')
    const toTable = ada.getByRole('button', { name: /^Show as a table/ })
    while ((await toTable.count()) > 0) await toTable.first().click()
    await lookAt(ada, 'insights-tables')
    const ask = (procedure: string, input: object) =>
      call(ada.request, roster.url, procedure, { organization: 'acme', ...input })
    const everybody = at(await ask('members.list', { pageSize: 100 }), 'items')
    const reviewers = Array.isArray(everybody)
      ? everybody.slice(0, 4).map((one: unknown) => at(one, 'member'))
      : []
    const started = await ask('reviews.start', {
      ...{
        scope: 'projects',
        reviewers,
        name: 'Everything in projects',
      },
      ...{ fallback: 'revoke', deadline: Date.now() + 7 * DAY },
    })
    await ada.goto(`/acme/reviews/${String(at(started, 'review'))}?tab=all`)
    await shows(ada.getByRole('row').nth(2))
    await lookAt(ada, 'review-projects')
  },
)
