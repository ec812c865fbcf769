import { isId, type UserId } from '@roster/domain'
import { User, X } from 'lucide-react'
import { type KeyboardEvent, useCallback, useId, useState } from 'react'
import { trpc } from '../api/client.ts'
import { CONTROL } from '../ui/control-class.ts'
import { cx } from '../ui/cx.ts'
import { Suggestions } from '../ui/suggestions.tsx'
import { type Suggestion, useSuggestions } from '../ui/use-suggestions.ts'

type PersonFilterProps = {
  organization: string
  chosen: UserId | undefined
  /** What the chosen person is called, as far as it is known. */
  name: string | undefined
  onChoose: (person: UserId | undefined) => void
}

/** Chooses whose entries are shown: of whoever did something, or had it done to them. */
export function PersonFilter({ organization, chosen, name, onChoose }: PersonFilterProps) {
  const utils = trpc.useUtils()
  /** While somebody types; otherwise the field shows who is chosen. */
  const [typed, setTyped] = useState<string>()
  const listboxId = useId()
  const ask = useCallback(
    async (search: string): Promise<readonly Suggestion[]> => {
      const people = await utils.audit.people.fetch({ organization, search })
      return people.map(({ user, name, username, email }) => ({
        id: user,
        text: user,
        label: <bdi>{name}</bdi>,
        hint: [username && `@${username}`, email].filter(Boolean).join(' · '),
      }))
    },
    [utils, organization],
  )
  const offered = useSuggestions(typed ?? '', ask, 1)

  function pick({ id }: Suggestion) {
    setTyped(undefined)
    if (isId('usr', id)) onChoose(id)
  }
  function pressed(event: KeyboardEvent) {
    const picked = offered.key(event)
    const [first] = offered.items
    if (picked) pick(picked)
    else if (event.key === 'Enter' && first) pick(first)
    else if (event.key === 'Escape' && !event.defaultPrevented) setTyped(undefined)
  }

  return (
    <div className="relative w-full sm:w-60">
      <User
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        type="text"
        aria-label="Person"
        placeholder="Anyone"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? (chosen ? (name ?? 'One person') : '')}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={() => setTyped(undefined)}
        onKeyDown={pressed}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offered.items.length > 0}
        aria-controls={listboxId}
        aria-activedescendant={offered.active ? `${listboxId}-${offered.active.id}` : undefined}
        className={cx(CONTROL, 'h-control truncate pr-8 pl-8')}
      />
      {chosen && (
        <button
          type="button"
          aria-label="Anyone"
          data-tip="Anyone"
          onClick={() => onChoose(undefined)}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-control text-ink-muted hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
      <Suggestions id={listboxId} items={offered.items} active={offered.active} onPick={pick} />
    </div>
  )
}
