import {
  duplicateOf,
  freeText,
  type Permission,
  type RoleId,
  type RoleLevel,
  validRoleName,
} from '@roster/domain'
import type { UseFormReturn } from 'react-hook-form'
import { ruled } from '../api/ruled.ts'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { PermissionPicker } from './permission-picker.tsx'
import type { ListedRole } from './types.ts'

/** What is typed; what is picked is kept beside it. */
export type RoleDraft = { name: string; description: string }

const MOST_DESCRIPTION = 300

type RoleFieldsProps = {
  form: UseFormReturn<RoleDraft>
  level: RoleLevel
  /** The other roles of the level. */
  others: readonly ListedRole[]
  picked: ReadonlySet<Permission>
  /** Left out where what it allows is fixed. */
  onPick?: ((picked: ReadonlySet<Permission>) => void) | undefined
  /** Why nothing can be sent yet, about what is picked. */
  pickError?: string | undefined
  refused?: string | undefined
}

/** Name, description and permissions of a role, with a warning when another allows exactly the same (D37). */
export function RoleFields(props: RoleFieldsProps) {
  const { form, level, others, picked, onPick, pickError, refused } = props
  const { errors } = form.formState
  const twin = onPick && picked.size > 0 ? duplicateOf<ListedRole>(picked, others.map(asTerms)) : null
  const free = (name: string) =>
    validRoleName(
      name,
      others.map((other) => other.name),
    )
  return (
    <div className="flex flex-col gap-4">
      {refused && (
        <Callout meaning="danger" announced>
          {refused}
        </Callout>
      )}
      <Field label="Name" error={errors.name?.message} hint="Such as Release manager.">
        <Input
          autoComplete="off"
          {...form.register('name', { validate: ruled(free, 'Give the role a name.') })}
        />
      </Field>
      <Field
        label="Description"
        optional
        error={errors.description?.message}
        hint="One sentence, shown wherever the role can be chosen."
      >
        <Input
          autoComplete="off"
          {...form.register('description', {
            validate: (text) => text.trim() === '' || ruled(fits, '')(text),
          })}
        />
      </Field>
      {onPick && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium text-sm">Permissions</legend>
          <PermissionPicker level={level} picked={picked} onPick={onPick} />
          {pickError && (
            <p role="alert" className="text-danger-ink text-sm">
              {pickError}
            </p>
          )}
        </fieldset>
      )}
      {twin && (
        // In sight while one picks, however far down that is.
        <div className="sticky bottom-0">
          <Callout meaning="warning" title={<>It allows the same as {twin.name}</>} announced>
            Two names for one thing are hard to tell apart. Give {twin.name} instead, or pick something else.
          </Callout>
        </div>
      )}
    </div>
  )
}

function fits(text: string) {
  return freeText(text, MOST_DESCRIPTION, 'description')
}

function asTerms(role: ListedRole): ListedRole {
  return { ...role, permissions: role.terms }
}

/** The roles but for this one. */
export function without(roles: readonly ListedRole[], id: RoleId): readonly ListedRole[] {
  return roles.filter((role) => role.id !== id)
}
