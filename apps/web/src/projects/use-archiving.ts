import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import type { ListedProject } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'

type Which = Pick<ListedProject, 'id' | 'name'>

/** Archives projects and takes them out again; each can be taken back at once. */
export function useArchiving() {
  const { organization } = useHere()
  const changed = useProjectsChanged()
  const onError = (error: unknown) => notify({ message: sentenceOf(error), meaning: 'danger' })
  const archiving = trpc.projects.archive.useMutation({ onSettled: changed, onError })
  const restoring = trpc.projects.restore.useMutation({ onSettled: changed, onError })

  function archive({ id, name }: Which) {
    const undo = () => restoring.mutate({ organization, project: id })
    archiving.mutate(
      { organization, project: id },
      { onSuccess: () => notify({ message: `${name} is archived. Nothing in it changes any more.`, undo }) },
    )
  }
  function restore({ id, name }: Which) {
    restoring.mutate(
      { organization, project: id },
      { onSuccess: () => notify({ message: `${name} is active again.` }) },
    )
  }
  return { archive, restore, pending: archiving.isPending || restoring.isPending }
}
