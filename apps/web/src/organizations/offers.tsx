import type { Entitlement } from '@roster/domain'
import { ExternalLink } from 'lucide-react'

/** What belonging here brings, as members see it (I2). */
export function Offers({ offers }: { offers: readonly Entitlement[] }) {
  return (
    <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {offers.map(({ name, text, link }) => (
        <li key={`${name} ${text}`} className="min-w-0 text-sm">
          <p className="font-medium [overflow-wrap:anywhere]">
            {link === null ? (
              <bdi>{name}</bdi>
            ) : (
              <a
                href={link}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1 text-accent-ink underline-offset-2 hover:underline"
              >
                <bdi>{name}</bdi>
                <ExternalLink aria-hidden className="size-3.5 shrink-0" />
                <span className="sr-only">(opens in another tab)</span>
              </a>
            )}
          </p>
          {text !== '' && <p className="whitespace-pre-line text-pretty text-ink-muted">{text}</p>}
        </li>
      ))}
    </ul>
  )
}
