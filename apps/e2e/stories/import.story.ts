import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { call } from '../src/api.ts'
import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { counts, expect, lookAt, reads, shows, story } from '../src/story.ts'

const acme = { organization: 'acme' }

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/acme/settings/import')
  await page.getByLabel('CSV file').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
  })
}

const tile = (page: Page, label: string) => page.getByText(label, { exact: true }).locator('..')

story(
  'D35 T14 T17 I6 a file of people is checked by line and column, imported, and its results are taken along',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])
    await call(ada.request, roster.url, 'projects.create', { ...acme, name: 'Apollo' })
    await call(ada.request, roster.url, 'groups.create', { ...acme, name: 'Engineering' })

    // What is no CSV says so, and what to do.
    await choose(ada, 'latin-1.csv', Buffer.from([0x5a, 0x6f, 0xeb]))
    await shows(ada.getByText('Save it as “CSV UTF-8”'))

    const file = [
      'E-mail;Name;Org role;Teams;Projects;Shoe size',
      'mary@moon.test;Mary;viewer;Engineering;Apollo: editor;37',
      'grace@navy.test;Grace;;Engineering;Apollo: viewer;38',
      '"=cmd|\' /C calc\'!A0";Eve;;;;39',
      'alan@bletchley.test;"עדה לאבלייס";emperor;Nowhere;;40',
      'joan@bletchley.test;;;;;41',
    ].join('\r\n')
    await choose(ada, 'people.csv', `\uFEFF${file}\r\n`)
    await shows(ada.getByRole('button', { name: 'Check 5 rows' }))
    await expect.poll(() => ada.getByLabel('What “E-mail” says').inputValue()).toBe('recipient')
    await expect.poll(() => ada.getByLabel('What “Shoe size” says').inputValue()).toBe('none')
    await ada.getByRole('button', { name: 'Check 5 rows' }).click()
    await reads(tile(ada, 'To invite'), '2')
    await reads(tile(ada, 'To assign'), '1')
    await reads(ada.getByRole('table'), /4 E-mail .*5 Org role .*“emperor”.*5 Teams .*“Nowhere”/)
    await lookAt(ada, 'import-preview')

    await ada.getByRole('button', { name: 'Import 3 rows' }).click()
    await shows(ada.getByText('Finished'))
    await shows(ada.getByRole('progressbar', { name: 'Finished' }))
    await counts(ada.getByRole('row'), 6)
    await reads(tile(ada, 'Assigned'), '1')
    await lookAt(ada, 'import-results')
    const saved = ada.waitForEvent('download')
    await ada.getByRole('button', { name: 'Download the results' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toBe('acme-import-results.csv')
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('2,mary@moon.test,Mary,Invited,')
    expect(text).toContain("4,'=cmd|' /C calc'!A0,Eve,Refused,")

    await ada.goto('/acme/members/invitations')
    await shows(ada.getByRole('row', { name: /mary@moon\.test/ }))
    await ada.goto('/acme/audit')
    await shows(ada.getByText('finished the import'))
    await ada.goto('/acme/settings/import')
    await reads(ada.getByRole('listitem').filter({ hasText: 'people.csv' }), '5 of 5 rows')
  },
)

story(
  'D35 an import that was cut short goes on from the list, and can be cancelled',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    const total = 250
    const lines = Array.from({ length: total }, (_, index) => ({
      line: index + 2,
      cells: { recipient: `p${index}@moon.test` },
    }))
    const ask = async (path: string, input: object) =>
      call(ada.request, roster.url, path, { ...acme, ...input })
    for (const name of ['first.csv', 'second.csv']) {
      const opened = await ask('imports.open', { name, total })
      const id = opened && typeof opened === 'object' && 'import' in opened ? opened.import : ''
      await ask('imports.load', { import: id, lines })
      if (name === 'first.csv') await ask('imports.run', { import: id })
    }
    // The product itself goes away meanwhile.
    await roster.restart()
    await ada.goto('/acme/settings/import')
    await reads(ada.getByRole('listitem').filter({ hasText: 'first.csv' }), '100 of 250 rows')
    await lookAt(ada, 'imports')
    await ada.getByRole('link', { name: 'first.csv' }).click()
    await shows(ada.getByText('150 rows are still to be done'))
    await ada.getByRole('button', { name: 'Go on' }).click()
    await shows(ada.getByRole('progressbar', { name: 'Finished' }))
    await reads(tile(ada, 'Invited'), '250')

    await ada.getByRole('link', { name: 'All imports' }).click()
    await ada.getByRole('link', { name: 'second.csv' }).click()
    await ada.getByRole('button', { name: 'Cancel the import' }).click()
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Cancel the import' }).click()
    await shows(ada.getByRole('progressbar', { name: 'Cancelled' }))
  },
)
