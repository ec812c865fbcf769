import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures go; not under version control. */
export const SHOTS = resolve(import.meta.dirname, '../shots')

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const

/** How a page is looked at. */
export type View = { readonly width: number; readonly height: number; readonly colorScheme: 'light' | 'dark' }

/**
 * Pictures of a page as it is now, at desk and phone width, light and dark: `shots/<name>-<width>-<scheme>.png`.
 * Before each, `check` may find fault with it. Leaves the page as it was.
 */
export async function shot(
  page: Page,
  name: string,
  check: (view: View) => Promise<void> = async () => undefined,
): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  const before = page.viewportSize()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
      await page.evaluate(comeToRest)
      await check({ ...size, colorScheme })
      await page.screenshot({
        path: join(SHOTS, `${name}-${size.width}-${colorScheme}.png`),
        animations: 'disabled',
        // What lies over a page lies over the window only.
        fullPage: (await page.locator('[role=dialog],[role=alertdialog],[role=menu]').count()) === 0,
      })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
}

/** Colours fade over when the scheme changes, dialogs slide in: waits for what ends by itself. */
async function comeToRest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.all(ending.map((each) => each.finished.catch(() => undefined)))
}
