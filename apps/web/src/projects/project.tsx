import { isId } from '@roster/domain'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { NotFoundPage } from '../pages/not-found.tsx'
import { useTitle } from '../pages/title.ts'
import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useProjectLabel } from './label.ts'
import { OutsideProject } from './outside-project.tsx'
import { ProjectActions } from './project-actions.tsx'
import { ProjectAssigning } from './project-assigning.tsx'
import { ProjectGroups } from './project-groups.tsx'
import { ProjectMembers } from './project-members.tsx'
import { ProjectSettings } from './project-settings.tsx'
import { ProjectTabs } from './project-tabs.tsx'
import { RestoreButton } from './restore-button.tsx'
import type { ProjectTab } from './search.ts'
import type { Project } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'
import { VISIBILITY } from './visibility.ts'

const ProjectInvitations = lazy(() =>
  import('../invitations/project-invitations.tsx').then((file) => ({ default: file.ProjectInvitations })),
)

/** One project: who is in it, through which groups, and what it is. */
export function ProjectPage() {
  const { project: id } = useParams({ from: '/signed-in/$organization/projects/$project' })
  return isId('prj', id) ? <Known id={id} /> : <NotFoundPage />
}

function Known({ id }: { id: Project['id'] }) {
  const { organization, here } = useHere()
  const [project, { error }] = trpc.projects.get.useSuspenseQuery({ organization, project: id })
  const { search } = useProjectSearch()
  const label = useProjectLabel()
  const { name, description, visibility, archived, myRole } = project
  useTitle(`${name} · ${here.name}`)
  const { name: seen, icon } = VISIBILITY[visibility]
  // Taken out of it, or it was deleted, while the page was open.
  if (refusalOf(error)?.code === 'not-found') return <NotFoundPage />
  return (
    <>
      <PageHeader
        back={
          <TextLink link={{ to: '/$organization/projects', params: { organization } }}>{label.Many}</TextLink>
        }
        title={<bdi>{name}</bdi>}
        actions={<ProjectActions project={project} />}
        subtitle={
          <>
            {description && <span className="block text-pretty">{description}</span>}
            <span className="mt-1.5 flex flex-wrap items-center gap-1.5">
              <Badge icon={icon}>{seen}</Badge>
              {archived && <Badge meaning="warning">Archived</Badge>}
              {myRole && (
                <>
                  <span className="text-sm">You are</span> <RoleBadge role={myRole} />
                </>
              )}
            </span>
          </>
        }
      />
      {archived && (
        <div className="mb-4">
          <Callout
            meaning="warning"
            title={`This ${label.one} is archived`}
            actions={<RestoreButton project={project} />}
          >
            Its people keep their roles, and nothing in it changes until it is restored.
          </Callout>
        </div>
      )}
      <div className="mb-4">
        <ProjectTabs project={project} current={search.tab ?? 'members'} />
      </div>
      <TabBody project={project} tab={search.tab ?? 'members'} />
      <ProjectAssigning project={project} />
    </>
  )
}

function TabBody({ project, tab }: { project: Project; tab: ProjectTab }) {
  const { may } = useHere()
  if (tab === 'settings') return <ProjectSettings project={project} />
  if (tab === 'invitations' && may('invitations.read')) {
    return (
      <Suspense fallback={<SkeletonLines />}>
        <ProjectInvitations project={project} />
      </Suspense>
    )
  }
  if (!project.permissions.includes('project.members.read')) return <OutsideProject project={project} />
  return tab === 'groups' ? <ProjectGroups project={project} /> : <ProjectMembers project={project} />
}
