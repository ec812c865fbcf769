import axeCore, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What is fading in has no colours yet; what turns for ever is not waited for, nor what stands still on its way. */
const STILL = `Promise.race([
  Promise.allSettled(document.getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
    .map((one) => one.finished)),
  new Promise((later) => setTimeout(later, 1_000)),
])`

/**
 * Throws with what axe finds wrong on the page as it is now. The page keeps its content security policy: axe comes
 * in through the debugger, not through a script element.
 */
export async function axe(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page)
  const { result: known } = await debug.send('Runtime.evaluate', { expression: "typeof axe === 'object'" })
  if (known.value !== true)
    await debug.send('Runtime.evaluate', { expression: axeCore.source, allowUnsafeEvalBlockedByCSP: true })
  const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
    expression: `${STILL}.then(() => axe.run(document, ${JSON.stringify(OPTIONS)}))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await debug.detach()
  if (exceptionDetails) throw new Error(`axe could not look at ${page.url()}: ${exceptionDetails.text}`)

  const { violations }: AxeResults = result.value
  if (violations.length === 0) return
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map((node) => `    ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
  ])
  throw new Error(`axe finds fault with ${page.url()}:\n${lines.join('\n')}`)
}
