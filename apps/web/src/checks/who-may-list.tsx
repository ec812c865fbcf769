import type { Permission, ProjectId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { WhoMayRow } from './who-may-row.tsx'

type Asked = {
  permission: Permission
  /** In one project; at the organization without it. */
  project: ProjectId | undefined
}

/** Those who may do it, page by page, each with why. */
export function WhoMayList(asked: Asked) {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined])
  return (
    <ul aria-label="Who may" className="divide-y divide-line rounded-control border border-line">
      {cursors.map((cursor, place) => (
        <WhoMayPage
          key={cursor ?? 'first'}
          {...asked}
          cursor={cursor}
          onMore={place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </ul>
  )
}

type PageProps = Asked & {
  cursor: string | undefined
  /** Given to the last page that is shown. */
  onMore: ((next: string) => void) | undefined
}

function WhoMayPage({ permission, project, cursor, onMore }: PageProps) {
  const { organization } = useHere()
  const { data, error } = trpc.checks.subjects.useQuery({ organization, permission, at: project, cursor })
  if (error)
    return (
      <li className="p-3">
        <Callout meaning="warning">{sentenceOf(error)}</Callout>
      </li>
    )
  if (!data)
    return (
      <li className="p-3">
        <SkeletonLines lines={4} />
      </li>
    )
  const { items, nextCursor } = data
  if (items.length === 0) return <li className="py-6 text-center text-ink-muted text-sm">Nobody may.</li>
  return (
    <>
      {items.map((one) => (
        <WhoMayRow key={one.member} subject={one} permission={permission} project={project} />
      ))}
      {onMore && nextCursor && (
        <li className="px-3 py-2">
          <Button size="small" onClick={() => onMore(nextCursor)}>
            Show more
          </Button>
        </li>
      )}
    </>
  )
}
