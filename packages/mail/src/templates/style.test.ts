import { expect, test } from 'vitest'
import { DARK, LIGHT } from './style.ts'

const PAIRS = [LIGHT, DARK].flatMap((scheme) => [
  ...[scheme.card, scheme.page].flatMap((under) => [
    [scheme.ink, under],
    [scheme.quiet, under],
  ]),
  [scheme.body, scheme.card],
  [scheme.body, scheme.inset],
  ['link' in scheme ? scheme.link : scheme.accent, scheme.card],
  ['#ffffff', scheme.accent],
])

test.each(PAIRS)('%s on %s passes AA', (text = '', under = '') => {
  const [lighter = 0, darker = 0] = [luminance(text), luminance(under)].sort((a, b) => b - a)
  expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(4.5)
})

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
