import { IDLE_DAYS, MOST_OWNERS, type RoleId } from '@roster/domain'
import { CalendarCheck, KeyRound, type LucideIcon, MoonStar } from 'lucide-react'
import type { ReactNode } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Card } from '../ui/card.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { count, counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Hint } from './types.ts'

type Shown = { id: string; icon: LucideIcon; title: string; sentence: ReactNode; action: ReactNode }

/** Where access could be less, and whether a review is due (D40, D41); each disappears when it is seen to. */
export function AccessHints() {
  const { organization, here, may } = useHere()
  const { data } = trpc.insights.hints.useQuery({ organization })
  const { data: roles } = trpc.roles.list.useQuery({ organization })
  if (!data || data.length === 0) return null
  const owner = roles?.find(({ key }) => key === 'owner')
  return (
    <Card title="Least privilege" flush>
      <ul className="divide-y divide-line">
        {data
          .map((hint) =>
            shown(hint, { organization, name: here.name, owner: owner?.id, manages: may('reviews.manage') }),
          )
          .map(({ id, icon: Icon, title, sentence, action }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <span className="grid size-8 shrink-0 place-items-center self-start rounded-control bg-warning-tint text-warning-ink">
                <Icon aria-hidden className="size-4" />
              </span>
              <div className="min-w-0 flex-1 basis-56">
                <h3 className="font-medium text-sm">{title}</h3>
                <p className="max-w-prose text-pretty text-ink-muted text-sm">{sentence}</p>
              </div>
              <div className="max-sm:ml-12">{action}</div>
            </li>
          ))}
      </ul>
    </Card>
  )
}

type About = { organization: string; name: string; owner: RoleId | undefined; manages: boolean }

function shown(hint: Hint, { organization, name, owner, manages }: About): Shown {
  const params = { organization }
  const members = (search: { role?: RoleId; inactive?: number }) =>
    ({ to: '/$organization/members', params, search }) as const
  if (hint.kind === 'idle-powerful') {
    const many = `${hint.capped ? 'More than ' : ''}${counted(hint.people, 'person rests', 'people rest')}`
    return {
      id: `idle ${hint.role.id}`,
      icon: MoonStar,
      title: `${many} with the role ${hint.role.name}`,
      sentence: `Not active for ${IDLE_DAYS} days, and still able to decide about others. A smaller role may be enough.`,
      action: (
        <LinkButton link={members({ role: hint.role.id, inactive: IDLE_DAYS })}>Look at them</LinkButton>
      ),
    }
  }
  if (hint.kind === 'many-owners') {
    return {
      id: 'owners',
      icon: KeyRound,
      title: `${name} has ${count(hint.owners)} owners`,
      sentence: `Each of them can do everything, up to deleting it. Two or ${MOST_OWNERS === 3 ? 'three' : count(MOST_OWNERS)} are enough for when one cannot sign in.`,
      action: <LinkButton link={members(owner ? { role: owner } : {})}>Look at them</LinkButton>,
    }
  }
  return {
    id: 'review',
    icon: CalendarCheck,
    title: 'A review of access is due',
    sentence:
      hint.reviewedAt === null ? (
        `Nobody has looked through who may do what in ${name} yet.`
      ) : (
        <>
          The last one was closed <Time at={hint.reviewedAt} />.
        </>
      ),
    action: manages ? (
      <LinkButton link={{ to: '/$organization/reviews', params, search: { start: true } }}>
        Start a review
      </LinkButton>
    ) : (
      <LinkButton link={{ to: '/$organization/reviews', params }}>Look at the reviews</LinkButton>
    ),
  }
}
