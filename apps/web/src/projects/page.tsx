import { FolderPlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ClosedProjects } from './closed.tsx'
import { useProjectLabel } from './label.ts'
import { ProjectsList } from './projects-list.tsx'
import { useProjectsSearch } from './use-projects-search.ts'

const CreateDialog = lazy(() =>
  import('./create-dialog.tsx').then((file) => ({ default: file.CreateDialog })),
)

/** The projects of the organization that the reader may know of. */
export function ProjectsPage() {
  const { organization, here, may, whyNot } = useHere()
  const { search, set } = useProjectsSearch()
  const label = useProjectLabel()
  useTitle(`${label.Many} · ${here.name}`)
  if (!may('projects.read')) return <ClosedProjects />
  const create = () => set({ create: true })
  return (
    <>
      <PageHeader
        title={label.Many}
        subtitle={
          <>
            Where people of {here.name} work together, each with{' '}
            <TextLink
              link={{ to: '/$organization/roles', params: { organization }, search: { level: 'project' } }}
            >
              a role of their own
            </TextLink>{' '}
            there.
          </>
        }
        actions={
          <Button
            variant="primary"
            icon={FolderPlus}
            onClick={create}
            disabledReason={whyNot('projects.create')}
          >
            Create {label.one}
          </Button>
        }
      />
      <ProjectsList onCreate={create} />
      {search.create && may('projects.create') && (
        <Suspense>
          <CreateDialog onClose={() => set({ create: undefined })} />
        </Suspense>
      )}
    </>
  )
}
