import type { ReactNode } from 'react'
import { useHere } from '../organizations/here.ts'
import { LeastPrivilegeHint } from '../roles/least-privilege-hint.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { Switch } from '../ui/switch.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ExpiryField } from './expiry-field.tsx'
import type { Draft } from './kept-draft.ts'
import { MessageField } from './message-field.tsx'
import { PlacesField } from './places-field.tsx'
import { RoleField } from './role-field.tsx'
import type { ListedRole } from './types.ts'

type InviteFieldsProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  roles: readonly ListedRole[]
  role: ListedRole | undefined
  /** Whom it concerns, e.g. "12 people". */
  people: string
  /** The field for the recipients. */
  children: ReactNode
}

/** Whom, as what, until when, and in which words (D24). */
export function InviteFields({ draft, change, roles, role, people, children }: InviteFieldsProps) {
  const { organization, here } = useHere()
  const now = useMinute()
  return (
    <>
      {children}
      <RoleField
        roles={roles}
        picked={role}
        onPick={(id) => change({ role: id, sure: false })}
        sure={
          role?.elevated
            ? {
                checked: draft.sure,
                onChange: (sure) => change({ sure }),
                label: `Give the role ${role.name} to ${people}`,
              }
            : undefined
        }
      />
      {role && (
        <LeastPrivilegeHint role={role} before={[]}>
          invite with a lower role and add the project below
        </LeastPrivilegeHint>
      )}
      {role?.elevated && here.policies.requireReason && (
        <Field label="Reason" hint="Kept with the role, for whoever reviews access.">
          <Input value={draft.reason} onChange={({ target }) => change({ reason: target.value })} />
        </Field>
      )}
      <PlacesField value={draft.places} onChange={(places) => change({ places })} />
      <ExpiryField
        policies={here.policies}
        value={draft.expiry}
        onChange={(expiry) => change({ expiry })}
        now={now}
      />
      <MessageField
        value={draft.message}
        onChange={(message) => change({ message })}
        hint="Stands in the mail and on the page of the invitation."
      />
      <Switch
        checked={draft.template}
        onChange={(template) => change({ template })}
        label="Text of the organization"
        hint={
          <>
            The mail carries what the organization has written for it.{' '}
            <TextLink newTab link={{ to: '/$organization/settings/messages', params: { organization } }}>
              Messages
            </TextLink>
          </>
        }
      />
      <Switch
        checked={draft.welcome}
        onChange={(welcome) => change({ welcome })}
        label="Welcome mail"
        hint="Sent to each person as soon as they have joined."
      />
    </>
  )
}
