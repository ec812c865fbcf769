import type { Because, Effective } from '../../assignments/types.ts'
import { whyNotManage } from '../../assignments/why-panel.tsx'
import { useHere } from '../../organizations/here.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import type { PersonSearch } from './search.ts'

type ReasonActionsProps = {
  because: Because
  effective: Effective
  /** Why their role at the organization cannot be changed. */
  whyNotRole: string | undefined
  onOpen: (open: PersonSearch) => void
}

/** What would change an assignment: there where it was given. */
export function ReasonActions({ because, effective, whyNotRole, onOpen }: ReasonActionsProps) {
  const { organization, may } = useHere()
  const { project, via, path, assignment } = because
  if (via === 'group') {
    const holder = path === null ? undefined : effective.paths[path]?.[0]
    if (!holder || !may('groups.read')) return null
    return (
      <LinkButton
        size="small"
        link={{
          to: '/$organization/groups/$group',
          params: { organization, group: holder.id },
          search: { tab: 'access' },
        }}
      >
        {`Change it in ${holder.name}`}
      </LinkButton>
    )
  }
  if (!project) {
    return (
      <Button size="small" onClick={() => onOpen({ dialog: 'role' })} disabledReason={whyNotRole}>
        Change role
      </Button>
    )
  }
  const whyNot = whyNotManage(effective, because)
  return (
    <>
      <Button
        size="small"
        onClick={() => onOpen({ dialog: 'assign', at: project.id })}
        disabledReason={whyNot}
      >
        Change role
      </Button>
      <Button size="small" onClick={() => onOpen({ take: assignment })} disabledReason={whyNot}>
        Take away
      </Button>
    </>
  )
}
