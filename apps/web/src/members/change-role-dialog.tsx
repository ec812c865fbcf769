import type { Permission } from '@roster/domain'
import { mayGiveSilently, Refusal } from '@roster/domain'
import { useState } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import { type Refused, RefusedList } from '../pages/refused-list.tsx'
import { LeastPrivilegeHint } from '../roles/least-privilege-hint.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { count, counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { whyNotGive } from './may.ts'
import { sortOutcomes } from './outcomes.ts'
import { RolePicker } from './role-picker.tsx'
import { useStanding } from './standing.ts'
import type { ListedRole, Member } from './types.ts'
import { useChangeRoles } from './use-change-roles.ts'

type ChangeRoleDialogProps = {
  members: readonly Member[]
  onClose: () => void
  onDone: (members: ReadonlySet<string>) => void
}

/** Gives one or many people another role at the organization. */
export function ChangeRoleDialog({ members, onClose, onDone }: ChangeRoleDialogProps) {
  const { organization, roles, standing, here } = useStanding()
  const { policies } = here
  const [picked, setPicked] = useState<ListedRole>()
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState<{ changed: number; refused: readonly Refused[] }>()
  const change = useChangeRoles()

  const [first] = members
  const alone = members.length === 1 && first
  const keeping = picked ? kept(members, picked, standing) : []
  const changing = picked
    ? members.filter(({ member, role }) => role.id !== picked.id && !keeping.some(({ id }) => id === member))
    : []
  const needsSure = picked?.elevated === true && changing.length > 0
  const silently = picked ? mayGiveSilently({ policies, role: picked, reason }) : true

  async function submit() {
    if (!picked || whyNot !== undefined || change.isPending) return
    const asked = members.filter(({ role }) => role.id !== picked.id)
    const outcomes = await change.give(asked, picked, reason)
    if (!outcomes) return
    const { done, refused } = sortOutcomes(asked, outcomes)
    const kept = new Set(refused.map(({ id }) => id))
    onDone(new Set(members.map(({ member }) => member).filter((id) => !kept.has(id))))
    if (refused.length === 0) onClose()
    else setLeft({ changed: done.length, refused })
  }

  if (left && !alone) {
    return (
      <RefusedDialog
        title={`The role of ${counted(left.changed, 'person', 'people')} was changed`}
        refused={left.refused}
        left={`${counted(left.refused.length, 'person was', 'people were')} left as before`}
        onClose={onClose}
      />
    )
  }
  const whyNot = !picked
    ? 'Choose a role first.'
    : changing.length === 0
      ? (keeping[0]?.reason ?? (alone ? 'This is their role already.' : 'They all hold this role already.'))
      : needsSure && !sure
        ? 'Confirm first that you want this.'
        : silently instanceof Refusal
          ? silently.message
          : undefined
  const refusal = change.error ? sentenceOf(change.error) : left?.refused[0]?.reason

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={<>Change the role of {alone ? <bdi>{alone.name}</bdi> : `${count(members.length)} people`}</>}
      description={
        <>
          It takes effect at once.{' '}
          <TextLink link={{ to: '/$organization/roles', params: { organization } }}>
            What each role allows
          </TextLink>
        </>
      }
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={change.isPending} disabledReason={whyNot}>
            {alone || changing.length === 0
              ? 'Change role'
              : `Change the role of ${counted(changing.length, 'person', 'people')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RolePicker
          roles={roles}
          members={members}
          picked={picked}
          onPick={(role) => {
            setPicked(role)
            setSure(false)
          }}
          sure={needsSure ? { checked: sure, onChange: setSure } : undefined}
        />
        {picked && changing.length > 0 && (
          <LeastPrivilegeHint role={picked} before={heldByAll(changing, roles)}>
            <TextLink
              link={{
                to: '/$organization/members',
                params: { organization },
                search: { dialog: 'assign', of: alone ? first.member : undefined },
              }}
            >
              give a role in a project instead
            </TextLink>
          </LeastPrivilegeHint>
        )}
        {picked && !alone && keeping.length > 0 && (
          <Callout
            meaning="warning"
            title={`${counted(keeping.length, 'person keeps', 'people keep')} their role`}
          >
            <RefusedList refused={keeping} />
          </Callout>
        )}
        <Field
          label="Reason"
          optional={!picked?.elevated || !policies.requireReason}
          hint="Kept with the role, for whoever asks later."
        >
          <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {refusal && (
          <Callout meaning="danger" announced>
            {refusal}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

/** What every one of them holds already; whoever holds less gains the rest. */
function heldByAll(members: readonly Member[], roles: readonly ListedRole[]): readonly Permission[] {
  const held = members.map(({ role }) => roles.find(({ id }) => id === role.id)?.permissions ?? [])
  const [least = [], ...others] = held
  return least.filter((permission) => others.every((all) => all.includes(permission)))
}

function kept(
  members: readonly Member[],
  picked: ListedRole,
  standing: Parameters<typeof whyNotGive>[2],
): readonly Refused[] {
  return members.flatMap((target) => {
    const reason = target.role.id === picked.id ? undefined : whyNotGive(target, picked, standing)
    return reason ? [{ id: target.member, name: target.name, reason }] : []
  })
}
