import { FolderKanban } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Because, Effective } from '../../assignments/types.ts'
import { Reasons } from '../../assignments/why-panel.tsx'
import { useHere } from '../../organizations/here.ts'
import { useProjectLabel } from '../../projects/label.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { count, counted } from '../../ui/number.ts'
import { AccessRow } from './access-row.tsx'

/** So many at once; whoever is in a thousand projects is mostly looked at for the first few. */
const SHOWN = 25

type AccessListProps = {
  effective: Effective
  /** What would change an assignment. */
  actionsOf: (because: Because) => ReactNode
}

/** Everything a person can reach: the organization and each project, with the roles, and behind each the why. */
export function AccessList({ effective, actionsOf }: AccessListProps) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const [all, setAll] = useState(false)
  const elsewhere = effective.expired.filter(
    (one) => !effective.scopes.some((scope) => scope.project?.id === one.project?.id),
  )
  const scopes = all ? effective.scopes : effective.scopes.slice(0, SHOWN)
  return (
    <>
      <ul className="divide-y divide-line">
        {scopes.map(({ project, permissions }) => {
          const reasons = new Set(permissions.flatMap((one) => one.because))
          const because = [...reasons].flatMap((index) => effective.because[index] ?? [])
          const expired = effective.expired.some((one) => one.project?.id === project?.id)
          return (
            <AccessRow
              key={project?.id ?? 'organization'}
              name={project?.name ?? here.name}
              archived={project?.archived}
              expired={expired}
              because={because}
            >
              <Reasons effective={effective} project={project?.id} actionsOf={actionsOf} />
              {project && (
                <span className="flex pt-3">
                  <LinkButton
                    size="small"
                    icon={FolderKanban}
                    link={{
                      to: '/$organization/projects/$project',
                      params: { organization, project: project.id },
                    }}
                  >
                    {`Open ${label.one}`}
                  </LinkButton>
                </span>
              )}
            </AccessRow>
          )
        })}
        {elsewhere.map((one) => (
          <AccessRow
            key={one.assignment}
            name={one.project?.name ?? here.name}
            archived={one.project?.archived}
            expired
            because={[]}
          >
            <Reasons effective={effective} project={one.project?.id} actionsOf={actionsOf} />
          </AccessRow>
        ))}
      </ul>
      {effective.scopes.length > scopes.length && (
        <p className="border-line border-t px-4 py-2">
          <Button size="small" variant="quiet" onClick={() => setAll(true)}>
            Show all {count(effective.scopes.length)}
          </Button>
        </p>
      )}
      {effective.hidden > 0 && (
        <p className="border-line border-t px-4 py-2.5 text-ink-muted text-sm">
          And {counted(effective.hidden, label.one, label.many)} whose people you may not see.
        </p>
      )}
    </>
  )
}
