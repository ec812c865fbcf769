import type { Page } from 'playwright-core'
import { axe } from './axe.ts'
import { shows } from './look.ts'
import { shot } from './shot.ts'

const DESK = 1024

/**
 * Looks at the page as it is now as a stranger would: at desk and phone width, light and dark. Axe finds nothing, and
 * nothing lies beyond the right edge. Each look leaves a picture.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  await shows(page.getByRole('heading').or(page.getByRole('dialog')))
  await shot(page, name, async ({ width, colorScheme }) => {
    // Colours are the same at every width, and what stands where is the same in every colour.
    if (width >= DESK || colorScheme === 'light') await axe(page)
    const beyond = await page.evaluate(widthBeyond)
    if (beyond > 0) throw new Error(`${page.url()} is ${beyond} pixels wider than there is room.`)
  })
}

/** By how many pixels the page is wider than its window, or a dialog's content wider than the dialog. */
function widthBeyond(): number {
  const scrolling = [...document.querySelectorAll('[role=dialog] *, [role=alertdialog] *')].filter((each) =>
    /auto|scroll/.test(getComputedStyle(each).overflowX),
  )
  return Math.max(
    ...[document.documentElement, ...scrolling].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  )
}
