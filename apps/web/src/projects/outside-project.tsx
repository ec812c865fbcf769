import { Callout } from '../ui/callout.tsx'
import { useProjectLabel } from './label.ts'
import type { Project } from './types.ts'

/** Stands instead of the people of a project, for those who only know that it exists. */
export function OutsideProject({ project }: { project: Project }) {
  const { one } = useProjectLabel()
  return (
    <Callout title="Who is in it stays with its people">
      {project.visibility === 'requests'
        ? `You see that this ${one} exists. Ask to join, and whoever manages it answers.`
        : `You see that this ${one} exists. Somebody who manages it can give you a role in it.`}
    </Callout>
  )
}
