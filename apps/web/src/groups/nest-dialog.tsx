import { type GroupId, Refusal } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Gains } from './gains.tsx'
import type { GroupDetails } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

const OFFERED = 6
const CYCLE = new Refusal('group-cycle').message
const INSIDE = new Refusal('already-in-group').message

/** Puts a group into this one, with what its people get said beforehand. */
export function NestDialog({ group, onClose }: { group: GroupDetails; onClose: () => void }) {
  const { organization, whyNot } = useHere()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const [child, setChild] = useState<GroupId>()
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const list = trpc.groups.list.useQuery(
    { organization, search: search || undefined, pageSize: OFFERED },
    { placeholderData: keepPreviousData },
  )
  const children = trpc.groups.children.useQuery({ organization, group: group.id })
  const access = trpc.groups.access.useQuery({ organization, group: group.id })
  const inside = new Set(children.data?.map(({ id }) => id))
  const around = new Set<string>([group.id, ...group.around.map(({ id }) => id)])
  const found = list.data?.items ?? []
  const chosen = found.find(({ id }) => id === child)
  const nest = trpc.groups.nest.useMutation({
    async onSuccess({ change }) {
      await changed()
      notify({
        message: `${chosen?.name} put into ${group.name}.`,
        undo: change ? () => void undoCall(change) : undefined,
      })
      onClose()
    },
  })
  const refused = whyNot('groups.manage') ?? (child === undefined ? 'Choose a group first.' : undefined)

  return (
    <Dialog
      open
      onOpenChange={() => !nest.isPending && onClose()}
      guarded
      title={
        <>
          Put a group into <bdi>{group.name}</bdi>
        </>
      }
      description="Whoever is in the inner group is in the outer one too."
      onSubmit={() => {
        if (child && refused === undefined && !nest.isPending) {
          nest.mutate({ organization, group: group.id, child })
        }
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={nest.isPending} disabledReason={refused}>
            Put group in
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SearchInput label="Search groups" value={text} onChange={type} autoFocus />
        {found.length > 0 ? (
          <RadioCards<GroupId>
            label="The inner group"
            hideLabel
            value={child}
            onChange={setChild}
            options={found.map(({ id, name, description, members }) => {
              const disabledReason = around.has(id) ? CYCLE : inside.has(id) ? INSIDE : undefined
              const sentence = disabledReason
                ? undefined
                : description || counted(members, 'person', 'people')
              return { value: id, label: <bdi>{name}</bdi>, sentence, disabledReason }
            })}
          />
        ) : (
          <p className="text-ink-muted text-sm">{list.isPending ? 'Looking…' : 'Nothing matches.'}</p>
        )}
        {chosen && access.data && <Gains access={access.data} who={`The people of ${chosen.name} get`} />}
        {nest.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(nest.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
