import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import type { Refused } from '../pages/refused-list.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count, counted } from '../ui/number.ts'
import { useProjectLabel } from './label.ts'
import type { Project, ProjectMember } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'

type RemoveMembersDialogProps = {
  project: Project
  people: readonly ProjectMember[]
  onClose: () => void
  onDone: (members: ReadonlySet<string>) => void
}

const NAMED = 6

/** Takes people's own roles in this project away, and nothing else (I15, C11). */
export function RemoveMembersDialog({ project, people, onClose, onDone }: RemoveMembersDialogProps) {
  const { organization, here } = useHere()
  const { many } = useProjectLabel()
  // Whom it was opened for: a removed person leaves the list behind it before it closes.
  const [asked] = useState(people.filter(({ direct }) => direct !== null))
  const [only] = asked
  const alone = asked.length === 1 ? only : undefined
  const who = alone ? alone.name : counted(asked.length, 'person', 'people')
  const changed = useProjectsChanged()
  const assign = trpc.assignments.assign.useMutation({ onSettled: () => void changed() })
  const [result, setResult] = useState<{ removed: number; refused: readonly Refused[] }>()
  const staying = asked.filter(({ through }) => through.length > 0)

  async function remove() {
    const changes = asked.map(({ member, direct }) => ({
      subject: { member },
      project: project.id,
      role: null,
      from: direct?.role.id,
    }))
    const outcomes = await assign.mutateAsync({ organization, changes }).catch(() => undefined)
    if (!outcomes) return
    const undo = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.result.undo] : []))
    const refused = asked.flatMap(({ member: id, name }, at): Refused[] => {
      const outcome = outcomes[at]
      return outcome && !outcome.ok ? [{ id, name, reason: outcome.refusal.message }] : []
    })
    onDone(new Set(asked.map(({ member }) => member)))
    if (refused.length > 0) return setResult({ removed: undo.length, refused })
    notify({
      message: `${who} removed from ${project.name}.`,
      undo: () => assign.mutate({ organization, changes: undo }),
    })
    onClose()
  }

  if (result) {
    return (
      <RefusedDialog
        title={`${counted(result.removed, 'person', 'people')} removed from ${project.name}`}
        refused={result.refused}
        left={`${counted(result.refused.length, 'person was', 'people were')} not removed`}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${who} from ${project.name}?`}
      losses={lossesOf(asked)}
      confirmLabel={alone ? 'Remove' : `Remove ${counted(asked.length, 'person', 'people')}`}
      pending={assign.isPending}
      refusal={assign.error ? sentenceOf(assign.error) : undefined}
      onConfirm={() => void remove()}
    >
      <p>
        {alone ? 'They stay' : 'All stay'} in {here.name} and in their other {many}.
        {staying.length > 0 && ` ${stayingSentence(staying, alone)}`}
      </p>
    </ConfirmDialog>
  )
}

function lossesOf(people: readonly ProjectMember[]): readonly string[] {
  const lines = people.flatMap(({ name, direct }) =>
    direct ? [`${name}: the role ${direct.role.name}`] : [],
  )
  const more = lines.length - NAMED
  return more > 1 ? [...lines.slice(0, NAMED), `and the roles of ${count(more)} more`] : lines
}

function stayingSentence(staying: readonly ProjectMember[], alone: ProjectMember | undefined): string {
  const [first] = staying
  if (alone && first) {
    const names = first.through.map(({ group, role }) => `${role.name} through ${group.name}`)
    return `Here they still are ${names.join(' and ')}.`
  }
  return `${counted(staying.length, 'person still is', 'people still are')} here through groups.`
}
