import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { counts, expect, lookAt, shows, story } from '../src/story.ts'

/** 2 by 2 pixels, half of them red. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFklEQVQImWM4oaFxQkODQSPqhEbUCQAgDATF3n6DHwAAAABJRU5ErkJggg==',
  'base64',
)

story(
  'D4 D5 T13 somebody uploads a picture, others see it beside the name, and it is taken away again',
  async ({ roster, as, forgive }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    const grace = await as('grace')
    forgive(grace, /status of 400/)
    await enter(roster, grace, GRACE)
    await ada.goto('/acme/members')
    const row = ada.getByRole('row', { name: /Grace Hopper/ })
    await shows(row.getByText('GH', { exact: true }))

    await grace.goto('/account')
    const file = grace.getByLabel('Picture file')
    const svg = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') }
    await file.setInputFiles(svg)
    await shows(grace.getByText('This picture cannot be used: use a JPEG, PNG or WebP file.'))
    await file.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PNG })
    await shows(grace.getByText('Your picture is changed'))
    await lookAt(grace, 'account-picture')

    const picture = row.locator('img[src^="/avatars/"]')
    await shows(picture)
    expect(await picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth)).toBe(256)
    await row.getByRole('link', { name: /Grace Hopper/ }).hover()
    const card = ada.getByRole('dialog', { name: 'About Grace Hopper' })
    await shows(card.locator('img[src^="/avatars/"]'))
    await shows(card.getByRole('link', { name: GRACE.email }))
    await lookAt(ada, 'members-picture')

    await grace.getByRole('switch', { name: 'Suggest my username to others' }).click()
    await grace.getByRole('button', { name: 'Remove picture' }).click()
    await shows(grace.getByText('Your picture is removed'))
    await counts(picture, 0)
    await shows(row.getByText('GH', { exact: true }))
    await grace.reload()
    expect(await grace.getByRole('switch', { name: 'Suggest my username to others' }).isChecked()).toBe(false)
  },
)
