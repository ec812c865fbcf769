import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { cx } from './cx.ts'
import { initialsOf, tintOf } from './initials.ts'

type AvatarProps = {
  /** Decides the tint, so that a person keeps it when the name changes. */
  id: string
  name: string
  photo?: string | null | undefined
  size?: 'small' | 'normal' | 'large' | undefined
  /** Organizations, projects and groups are squares, people are round. */
  square?: boolean | undefined
  /** Adds the verification badge. */
  verified?: boolean | undefined
}

const SIZES = {
  small: 'size-5 text-[0.5625rem]',
  normal: 'size-7 text-xs',
  large: 'size-12 text-lg',
} as const

const TINTS = [
  'bg-accent-tint text-accent-ink',
  'bg-success-tint text-success-ink',
  'bg-warning-tint text-warning-ink',
  'bg-danger-tint text-danger-ink',
  'bg-info-tint text-info-ink',
  'bg-pressed text-ink-muted',
] as const

/** A photo, or initials on the id's own tint. The name stands beside it, so it is silent but for the badge. */
export function Avatar({ id, name, photo, size = 'normal', square = false, verified = false }: AvatarProps) {
  const [broken, setBroken] = useState<string>()
  const shape = cx(
    'grid place-items-center overflow-hidden font-medium outline-1 outline-line -outline-offset-1',
    SIZES[size],
    square ? 'rounded-control' : 'rounded-full',
  )
  return (
    <span className="relative inline-flex shrink-0">
      {photo && photo !== broken ? (
        <img src={photo} alt="" className={cx(shape, 'object-cover')} onError={() => setBroken(photo)} />
      ) : (
        <span aria-hidden className={cx(shape, TINTS[tintOf(id, TINTS.length)])}>
          {initialsOf(name)}
        </span>
      )}
      {verified && <VerifiedBadge className="absolute -right-1 -bottom-1 rounded-full bg-surface" />}
    </span>
  )
}

/** The mark of a verified email address. */
export function VerifiedBadge({ className }: { className?: string | undefined }) {
  return (
    <span className={cx('inline-flex', className)} data-tip="Verified email address">
      <BadgeCheck aria-hidden className="size-3.5 text-accent-ink" />
      <span className="sr-only">Verified email address</span>
    </span>
  )
}
