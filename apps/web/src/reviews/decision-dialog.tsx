import type { Decision, RoleId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { itemName } from './item-name.ts'
import type { ReviewItem } from './types.ts'
import type { Said } from './use-decide.ts'

const MOST_NOTE = 500
const NAMED = 8

type DecisionDialogProps = {
  decision: Decision
  items: readonly ReviewItem[]
  pending: boolean
  onDecide: (said: Said) => void
  onClose: () => void
}

/** Asks for what a decision needs: another role, a note, or a second thought about what is lost. */
export function DecisionDialog({ decision, items, pending, onDecide, onClose }: DecisionDialogProps) {
  const { here } = useHere()
  const [role, setRole] = useState<RoleId>()
  const [note, setNote] = useState('')
  const [first] = items
  const one = items.length === 1 && first ? first : undefined
  const who = one ? itemName(one) : counted(items.length, 'access', 'accesses')
  const where = one ? (one.project?.name ?? here.name) : undefined
  const ending = items.filter(({ project, member }) => project === null && member !== null)
  const title =
    decision === 'keep'
      ? `Keep ${who}?`
      : decision === 'change'
        ? one
          ? `Change the role of ${who} in ${where}?`
          : `Change the role of ${who}?`
        : one
          ? `Revoke ${one.role.name} in ${where} from ${who}?`
          : `Revoke ${who}?`
  const label =
    decision === 'keep'
      ? one
        ? 'Keep it'
        : `Keep ${items.length}`
      : decision === 'change'
        ? 'Change role'
        : one
          ? ending.length > 0
            ? 'Revoke and end the membership'
            : 'Revoke role'
          : `Revoke ${items.length}`
  const whyNot = decision === 'change' && !role ? 'Choose the role to change to first.' : undefined
  return (
    <Dialog
      open
      onOpenChange={() => !pending && onClose()}
      guarded
      role={decision === 'revoke' ? 'alertdialog' : 'dialog'}
      title={title}
      description={
        decision === 'revoke' ? 'It takes effect at once, and cannot be taken back from here.' : undefined
      }
      onSubmit={() => whyNot === undefined && !pending && onDecide({ decision, role, note: note.trim() })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant={decision === 'revoke' ? 'danger' : 'primary'}
            pending={pending}
            disabledReason={whyNot}
          >
            {label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {!one && <Named items={items} />}
        {decision === 'revoke' && ending.length > 0 && (
          <Callout meaning="danger" title={`To revoke a role at ${here.name} ends the membership`}>
            {one
              ? `${who} leaves ${here.name} with everything they hold there: roles in projects and places in groups.`
              : `${counted(ending.length, 'person leaves', 'people leave')} ${here.name} with everything they hold there: roles in projects and places in groups.`}
          </Callout>
        )}
        {decision === 'change' && first && (
          <RoleChoice item={first} only={one} role={role} onPick={setRole} />
        )}
        <Field
          label="Note"
          optional
          hint={
            decision === 'change'
              ? 'Shows in the review, and is the reason of the new role.'
              : 'Shows in the review, to whoever reads it later.'
          }
        >
          <TextArea value={note} maxLength={MOST_NOTE} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}

/** The roles of the same level; in one project, those that may be given there. */
function RoleChoice({
  item,
  only,
  role,
  onPick,
}: {
  item: ReviewItem
  only: ReviewItem | undefined
  role: RoleId | undefined
  onPick: (role: RoleId) => void
}) {
  const { organization } = useHere()
  const { data: roles } = trpc.roles.list.useQuery({
    organization,
    level: item.project ? 'project' : 'organization',
  })
  if (!roles) return <SkeletonLines lines={4} />
  return (
    <RadioCards<RoleId>
      label="The role to change to"
      value={role}
      onChange={onPick}
      options={roles
        .filter(({ key }) => !(key === 'owner' && item.group))
        .map(({ id, name, description, refusal }) => ({
          value: id,
          label: name,
          sentence: description,
          // In a project somebody may hold more than everywhere: there the answer decides.
          disabledReason:
            only && id === only.role.id
              ? 'They hold it already.'
              : item.project === null
                ? (refusal ?? undefined)
                : undefined,
        }))}
    />
  )
}

function Named({ items }: { items: readonly ReviewItem[] }) {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {items.slice(0, NAMED).map((item) => (
        <li key={item.id} className="flex min-w-0 items-baseline gap-2">
          <Name strong>{itemName(item)}</Name>
          <span className="truncate text-ink-muted">
            {item.role.name}
            {item.project && ` in ${item.project.name}`}
          </span>
        </li>
      ))}
      {items.length > NAMED && <li className="text-ink-muted">and {items.length - NAMED} more</li>}
    </ul>
  )
}
