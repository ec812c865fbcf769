// biome-ignore lint/style/noRestrictedImports: a test reads the file itself; Vitest empties imported style sheets
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }],
  ),
)

type Scheme = 'light' | 'dark'

function luminance(name: string, scheme: Scheme): number {
  const hex = tokens.get(name)?.[scheme]
  if (!hex) throw new Error(`no token --${name}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string, scheme: Scheme): number {
  const [dark = 0, light = 0] = [luminance(one, scheme), luminance(other, scheme)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['page', 'surface', 'raised', 'sunken', 'hover', 'pressed']
const text = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-muted', 'ink-faint', 'accent-ink', 'danger-ink'].map((ink) => [ink, ground]),
  ),
  ...['accent', 'success', 'warning', 'danger', 'info'].map((name) => [`${name}-ink`, `${name}-tint`]),
  ...['accent', 'accent-hover', 'danger', 'danger-hover'].map((ground) => ['on-accent', ground]),
  ...['ink', 'ink-muted', 'accent-ink', 'danger-ink'].map((ink) => [ink, 'accent-tint']),
  ...['success', 'warning', 'info'].flatMap((name) =>
    grounds.slice(0, 3).map((ground) => [`${name}-ink`, ground]),
  ),
]
const marks = ['control', 'focus', 'accent'].flatMap((mark) =>
  ['page', 'surface', 'raised'].map((ground) => [mark, ground]),
)

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(text)('text %s on %s reaches 4.5:1', (ink = '', ground = '') => {
    expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(marks)('%s on %s reaches 3:1', (mark = '', ground = '') => {
    expect(contrast(mark, ground, scheme)).toBeGreaterThanOrEqual(3)
  })
})
