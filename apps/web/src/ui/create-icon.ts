import { createElement, type SVGProps } from 'react'

/** An icon as lucide draws it: its shapes, each with its attributes. */
type Drawing = { node: readonly (readonly [name: string, attributes: SVGProps<SVGElement>])[] }

/**
 * Makes a component of a drawing. It stands in the place of lucide's own (vite.config.ts), which also makes names for
 * classes, keeps widths of strokes and reads a context: a share of the first load for what nobody here uses.
 */
export function createIcon({ node }: Drawing) {
  return (props: SVGProps<SVGSVGElement>) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: 24,
        height: 24,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        // Beside a word it says the same once more; alone it is given a name.
        'aria-hidden': props['aria-label'] || props.role ? undefined : true,
        ...props,
      },
      node.map(([name, attributes]) => createElement(name, attributes)),
    )
}

// biome-ignore lint/style/noDefaultExport: as the icons of lucide import it
export { createIcon as default }
