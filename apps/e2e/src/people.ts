import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { SHOTS } from './shot.ts'
import { type Troubles, watch } from './troubles.ts'

const ACTION_WITHIN_MS = 30_000

/** How a person sits in front of the product, if not at a desk with a light screen. */
export type Seat = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'locale' | 'timezoneId' | 'hasTouch' | 'reducedMotion'
>

/** The people of one story: each has a browser profile of their own, and one page in it to begin with. */
export interface People {
  /** The person's page; the same one whenever the same name is asked for. Paths are relative to the product. */
  as(name: string, seat?: Seat): Promise<Page>
  /** Lets pass what the console of a person's pages is expected to say, and nothing else. */
  forgive(page: Page, expected: RegExp): void
  /** What broke the silence of their consoles, with the name of who met it. */
  troubles(): readonly string[]
  /** Leaves a picture of every page, for a story that failed. */
  picture(story: string): Promise<void>
  leave(): Promise<void>
}

/** Gathers people around the product at `url`. */
export function gather(browser: Browser, url: string): People {
  const present = new Map<string, { context: BrowserContext; page: Page; troubles: Troubles }>()
  return {
    async as(name, seat = {}) {
      const known = present.get(name)
      if (known) return known.page
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        ...seat,
      })
      context.setDefaultTimeout(ACTION_WITHIN_MS)
      const troubles = watch(context, url)
      const page = await context.newPage()
      present.set(name, { context, page, troubles })
      return page
    },
    forgive(page, expected) {
      for (const person of present.values())
        if (person.context === page.context()) person.troubles.forgive(expected)
    },
    troubles: () =>
      [...present].flatMap(([name, { troubles }]) => troubles.all().map((trouble) => `${name}: ${trouble}`)),
    async picture(story) {
      mkdirSync(SHOTS, { recursive: true })
      const title = story.replace(/[^a-z0-9]+/gi, '-').toLowerCase()
      for (const [name, { page }] of present)
        await page.screenshot({ path: join(SHOTS, `failed-${title}-${name}.png`) }).catch(() => undefined)
    },
    async leave() {
      for (const { context } of present.values()) await context.close()
      present.clear()
    },
  }
}
