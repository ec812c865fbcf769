import { X } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { dayAt } from '../ui/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Name } from '../ui/name.tsx'
import { Select } from '../ui/select.tsx'
import type { PickedProject } from './places.ts'

type ProjectTermRowProps = {
  value: PickedProject
  onChange: (value: PickedProject) => void
  onRemove: () => void
}

/** A project of an invitation: the role in it, and its last day. */
export function ProjectTermRow({ value, onChange, onRemove }: ProjectTermRowProps) {
  const { organization } = useHere()
  const { id, name, role, until } = value
  const roles = trpc.roles.list.useQuery({ organization, level: 'project', project: id })
  const today = dayAt(useMinute())
  const picked = roles.data?.find((one) => one.id === role)
  return (
    <li className="rounded-control border border-line p-3 pt-1.5">
      <div className="flex items-center justify-between gap-2">
        <span className="min-w-0 text-sm">
          <Name strong>{name}</Name>
        </span>
        <IconButton icon={X} label={`Leave out ${name}`} onClick={onRemove} />
      </div>
      <div className="grid grid-cols-2 gap-x-3 gap-y-1 text-sm">
        <Select
          aria-label={`Role in ${name}`}
          value={picked ? role : ''}
          placeholder={roles.isPending ? 'Looking…' : 'Choose a role'}
          options={(roles.data ?? []).map((one) => ({
            value: one.id,
            label: one.name,
            disabled: !one.offered,
          }))}
          onChange={(next) => onChange({ ...value, role: next })}
        />
        <Input
          type="date"
          aria-label={`Last day in ${name}, if it shall end`}
          min={today}
          value={until}
          onChange={({ target }) => onChange({ ...value, until: target.value })}
        />
        <p className="text-ink-muted text-xs">{picked && (picked.refusal ?? picked.description)}</p>
        <p className="text-ink-muted text-xs">
          {until === '' ? 'Without an end. Choose a last day if it shall end.' : 'The last day.'}
        </p>
      </div>
    </li>
  )
}
