import { begin, enter, GRACE, gatherIn } from '../src/crowd.ts'
import { lookAt, shows, story } from '../src/story.ts'

story('D35 import and export look right and axe finds nothing', async ({ roster, as }) => {
  const ada = await as('ada')
  await begin(roster, ada)
  await gatherIn(roster, ada, [GRACE], 'viewer')
  await ada.goto('/acme/settings/import')
  await shows(ada.getByText('No imports yet'))
  await lookAt(ada, 'import-empty')
  await ada
    .getByLabel('Or paste it')
    .fill('email,name,project,project role\nmary@moon.test,Mary Somerville,Apollo,editor')
  await ada.getByRole('button', { name: 'Read the pasted text' }).click()
  await shows(ada.getByRole('button', { name: 'Check 1 row' }))
  await lookAt(ada, 'import-columns')
  await ada.goto('/acme/settings/export')
  await shows(ada.getByRole('button', { name: 'Export audit trail' }))
  await lookAt(ada, 'export')

  const grace = await as('grace')
  await enter(roster, grace, GRACE)
  await grace.goto('/acme/settings/import')
  await shows(grace.getByText('Only who may invite people imports them.'))
  await lookAt(grace, 'import-viewer')
  await grace.goto('/acme/settings/export')
  await shows(grace.getByText('You cannot export here.'))
  await lookAt(grace, 'export-viewer')
})
