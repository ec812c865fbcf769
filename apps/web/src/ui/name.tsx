import { cx } from './cx.ts'

type NameProps = {
  children: string
  /** Weight 500, for the first thing in a row. */
  strong?: boolean | undefined
}

/**
 * A name somebody chose: isolated, so that right-to-left text does not turn its neighbours around, cut where
 * there is no room, and then whole in a tooltip.
 */
export function Name({ children, strong = false }: NameProps) {
  return (
    <bdi
      className={cx('inline-block min-w-0 max-w-full truncate align-bottom', strong && 'font-medium')}
      onPointerEnter={({ currentTarget }) => {
        if (currentTarget.scrollWidth > currentTarget.clientWidth) currentTarget.dataset.tip = children
        else delete currentTarget.dataset.tip
      }}
    >
      {children}
    </bdi>
  )
}
