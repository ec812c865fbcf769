import { begin } from '../src/crowd.ts'
import { axe, expect, hides, lookAt, shows, story } from '../src/story.ts'

const MARKDOWN = 'text/markdown; charset=utf-8'

story(
  'the documentation is found from the dashboard, searched by keyboard and read',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await ada.goto('/acme')
    await ada.getByRole('button', { name: /^Your account/ }).click()
    await ada.getByRole('menuitem', { name: 'Documentation' }).click()
    await shows(ada.getByRole('heading', { level: 1, name: 'Roster documentation' }))
    await lookAt(ada, 'docs')

    // From the keyboard alone: there, down, into the page, and closed again
    const { keyboard } = ada
    await keyboard.press('/')
    const search = ada.getByRole('combobox', { name: 'Search the documentation' })
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true)
    await keyboard.type('nesting groups in anoth')
    await hides(ada.getByRole('option', { selected: true }))
    await search.fill('')
    await keyboard.type('owner')
    await shows(ada.getByRole('option', { selected: true }))
    await axe(ada)
    await lookAt(ada, 'docs-search')
    await keyboard.press('Escape')
    await hides(ada.getByRole('listbox'))
    await keyboard.press('Escape')
    await expect.poll(() => search.inputValue()).toBe('')
    await keyboard.type('backup')
    await shows(ada.getByRole('option', { selected: true }))
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await shows(ada.getByRole('heading', { level: 1, name: 'Back up and upgrade' }))
    await ada.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Upgrade' }).click()
    await expect.poll(() => new URL(ada.url()).hash).toBe('#upgrade')
    await ada.getByRole('link', { name: /^Next/ }).click()
    await shows(ada.getByRole('heading', { level: 1 }))

    // The palette leads there too
    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { level: 1, name: 'Acme' }))
    await keyboard.press('Control+k')
    await shows(ada.getByRole('dialog', { name: 'Search and commands' }))
    await keyboard.type('docs')
    await shows(ada.getByRole('option', { name: 'Documentation' }))
    await keyboard.press('Enter')
    await shows(ada.getByRole('heading', { level: 1, name: 'Roster documentation' }))
  },
)

story('code is copied, and a page that is not there says so', async ({ as, forgive }) => {
  const reader = await as('reader')
  await reader.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await reader.goto('/docs/guides/getting-started')
  await reader.getByRole('button', { name: 'Copy code block 1' }).click()
  await shows(reader.getByRole('button', { name: 'Copied code block 1' }))
  expect(await reader.evaluate(() => navigator.clipboard.readText())).toBe('npm start\n')
  await lookAt(reader, 'docs-guide')
  await reader.goto('/docs/reference/problems')
  await axe(reader)
  await lookAt(reader, 'docs-problems')
  forgive(reader, /status of 404/)
  await reader.goto('/docs/guides/nothing')
  await shows(reader.getByRole('heading', { level: 1, name: 'There is no such page' }))
  await axe(reader)
})

story('at the width of a phone and in the dark the pages read and lead on as well', async ({ as }) => {
  const reader = await as('reader', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  await reader.goto('/docs/guides/members')
  await axe(reader)
  const wide = await reader.evaluate(() => document.documentElement.scrollWidth)
  expect(wide, 'nothing sticks out').toBeLessThanOrEqual(390)
  await reader.getByText('On this page').first().click()
  await reader.getByRole('link', { name: 'Owners' }).first().click()
  await reader.getByRole('link', { name: 'Menu', exact: true }).click()
  const menu = reader.getByRole('navigation', { name: 'Documentation' })
  await shows(menu)
  await axe(reader)
  await reader.keyboard.press('Escape')
  await hides(menu)
  await reader.getByRole('link', { name: 'Menu', exact: true }).click()
  await menu.getByRole('link', { name: 'Groups', exact: true }).click()
  await shows(reader.getByRole('heading', { level: 1, name: 'Groups' }))
  await hides(menu)
})

story(
  'I18 agents find every page: llms.txt, twins in Markdown, and an index under each page',
  async ({ roster, as }) => {
    const reader = await as('reader')
    await reader.goto('/docs/guides/roles')
    await shows(reader.getByRole('link', { name: 'This page as Markdown' }))

    const index = await (await fetch(`${roster.url}/llms.txt`)).text()
    expect(index).toMatch(/^# Roster\n\n> /)
    const twins = [...index.matchAll(/\]\((\/docs[^)]*\.md)\)/g)].map(([, path = '']) => path)
    expect(twins.length).toBeGreaterThan(20)
    for (const path of twins) {
      const twin = await fetch(roster.url + path)
      expect([path, twin.status, twin.headers.get('content-type')]).toEqual([path, 200, MARKDOWN])
      expect(await twin.text()).toMatch(/^# \S/)
      const page = path.slice(0, -'.md'.length)
      expect((await fetch(roster.url + page)).status).toBe(200)
      expect(await (await fetch(`${roster.url + page}/llms.txt`)).text()).toMatch(/^# \S[\s\S]*\n> \S/)
    }
    const whole = await (await fetch(`${roster.url}/llms-full.txt`)).text()
    expect(whole).toContain('<!-- /docs/guides/roles -->')
    const asked = await fetch(`${roster.url}/docs/guides/roles`, { headers: { accept: 'text/markdown' } })
    expect(asked.headers.get('content-type')).toBe(MARKDOWN)
  },
)

story(
  'without JavaScript a page still reads, and offers nothing that does not work',
  async ({ roster, browser }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    await page.goto(`${roster.url}/docs/guides/roles`)
    await shows(page.getByRole('heading', { level: 1, name: 'Roles and permissions' }))
    await hides(page.getByRole('combobox'))
    await hides(page.getByRole('button'))
    await page.getByRole('link', { name: 'Menu', exact: true }).click()
    await shows(page.getByRole('navigation', { name: 'Documentation' }))
    await context.close()
  },
)
