import { keepPreviousData } from '@tanstack/react-query'
import { UserPlus, Users, X } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { PickList } from './pick-list.tsx'
import type { Subject } from './types.ts'

const OFFERED = 5
const SHOWN = 12

type SubjectsFieldProps = { subjects: readonly Subject[]; onChange: (subjects: readonly Subject[]) => void }

/** Who is assigned, and more of them. */
export function SubjectsField({ subjects, onChange }: SubjectsFieldProps) {
  const [adding, setAdding] = useState(subjects.length === 0)
  const [all, setAll] = useState(false)
  const shown = all ? subjects : subjects.slice(0, SHOWN)
  return (
    <section aria-label="People and groups" className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">People and groups</h3>
      {subjects.length > 0 && (
        <ul className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
          {shown.map(({ id, name, kind }) => (
            <li
              key={id}
              className="inline-flex max-w-full items-center gap-1 rounded-full border border-line bg-sunken py-0.5 pr-1 pl-2.5 text-sm"
            >
              {kind === 'group' && <Users aria-hidden className="size-3.5 shrink-0 text-ink-faint" />}
              <Name>{name}</Name>
              <button
                type="button"
                aria-label={`Leave out ${name}`}
                onClick={() => onChange(subjects.filter((one) => one.id !== id))}
                className="grid size-5 shrink-0 place-items-center rounded-full text-ink-muted hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
          {!all && subjects.length > SHOWN && (
            <li>
              <Button size="small" variant="quiet" onClick={() => setAll(true)}>
                and {count(subjects.length - SHOWN)} more
              </Button>
            </li>
          )}
        </ul>
      )}
      {adding ? (
        <PickSubjects taken={subjects} onPick={(one) => onChange([...subjects, one])} />
      ) : (
        <span>
          <Button size="small" icon={UserPlus} onClick={() => setAdding(true)}>
            Add people or groups
          </Button>
        </span>
      )}
    </section>
  )
}

function PickSubjects({ taken, onPick }: { taken: readonly Subject[]; onPick: (subject: Subject) => void }) {
  const { organization, here, may } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const asked = { organization, search: search || undefined, pageSize: OFFERED + 3 }
  const people = trpc.members.list.useQuery(asked, { placeholderData: keepPreviousData })
  const groups = trpc.groups.list.useQuery(asked, {
    placeholderData: keepPreviousData,
    enabled: may('groups.read'),
  })
  const known = new Set<string>(taken.map(({ id }) => id))
  const found: (Subject & { detail?: string | null })[] = [
    ...(groups.data?.items ?? []).map(({ id, name }) => ({ kind: 'group' as const, id, name })),
    ...(people.data?.items ?? []).map(({ member, name, email, username }) => ({
      ...{ kind: 'member' as const, id: member, name },
      detail: email ?? (username && `@${username}`),
    })),
  ].filter(({ id }) => !known.has(id))
  const groupsFirst = search ? found : found.toSorted((a, b) => (a.kind < b.kind ? 1 : -1))
  return (
    <PickList
      label="Search people and groups"
      text={text}
      onType={type}
      found={
        people.data &&
        groupsFirst
          .slice(0, OFFERED)
          .map((one) => ({ ...one, icon: one.kind === 'group' ? Users : undefined }))
      }
      nothing={
        search
          ? `Nobody in ${here.name} matches. Whoever is not a member yet is invited first, with the role they are to have.`
          : 'There is nobody else to choose.'
      }
      onPick={(id) => {
        const picked = found.find((one) => one.id === id)
        if (picked)
          onPick(
            picked.kind === 'group'
              ? { kind: 'group', id: picked.id, name: picked.name }
              : { kind: 'member', id: picked.id, name: picked.name },
          )
      }}
    />
  )
}
