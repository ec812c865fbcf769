import { type Permission, permissionChange, type RoleId } from '@roster/domain'
import { useEffect } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../ui/number.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { AffectedPeople } from './affected-people.tsx'
import { PermissionLists } from './permission-lists.tsx'

type ChangePreviewProps = {
  input: { organization: string; role: RoleId; permissions?: Permission[]; replaceWith?: RoleId }
  /** Says why it may not be done, or null when it may, as soon as that is known. */
  onKnown: (refusal: string | null | undefined) => void
}

/** Who gains and loses what, before anything is changed. */
export function ChangePreview({ input, onKnown }: ChangePreviewProps) {
  const preview = trpc.roles.changePreview.useQuery(input, { gcTime: 0 })
  const known = preview.data ? (preview.data.refusal?.message ?? null) : undefined
  useEffect(() => onKnown(known), [known, onKnown])
  if (preview.error) return <Callout meaning="danger">{sentenceOf(preview.error)}</Callout>
  if (!preview.data) return <SkeletonLines lines={6} />
  const { gains, losses, people, peopleIsCapped, groups, invitations, affected, refusal } = preview.data
  const unchanged = people - affected.length
  const all = affected.length === 1 && people === 1
  const same = affected.every(({ effects }) =>
    effects.every((effect) => {
      const apart = permissionChange([...effect.gains, ...effect.losses], [...gains, ...losses])
      return apart.gains.length + apart.losses.length === 0
    }),
  )
  return (
    <div className="flex flex-col gap-5">
      {refusal && (
        <Callout meaning="danger" announced>
          {refusal.message}
        </Callout>
      )}
      <section aria-label="The role" className="rounded-control border border-line px-4 py-3">
        <PermissionLists gains={gains} losses={losses} />
      </section>
      <section aria-labelledby="affected">
        <h3 id="affected" className="font-medium text-md">
          {affected.length === 0
            ? 'Nobody gains or loses anything'
            : `For ${peopleIsCapped ? 'more than ' : ''}${counted(people, 'person', 'people')}`}
        </h3>
        <AffectedPeople affected={affected} same={same} />
        <ul className="mt-2 flex flex-col gap-1 text-ink-muted text-sm">
          {unchanged > 0 && !all && (
            <li>
              {affected.length < 50
                ? `${counted(unchanged, 'other keeps', 'others keep')} what they have: they hold it for another reason as well.`
                : `And ${peopleIsCapped ? 'many' : counted(unchanged, 'other', 'others')} more.`}
            </li>
          )}
          {groups > 0 && <li>{counted(groups, 'group holds', 'groups hold')} this role.</li>}
          {invitations > 0 && (
            <li>
              {counted(invitations, 'open invitation gives', 'open invitations give')} it to whoever accepts.
            </li>
          )}
        </ul>
      </section>
    </div>
  )
}
