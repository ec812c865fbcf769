import { PROJECT_VISIBILITIES } from '@roster/domain'
import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  ChangeRef,
  GroupRef,
  List,
  Page,
  Permissions,
  Person,
  ProjectRef,
  RoleRef,
  whole,
} from '../transport/rest/schemas.ts'
import type { AtPath } from '../transport/rest/taken.ts'
import { archiveProject, restoreProject } from './archive.ts'
import { createProject } from './create.ts'
import { deleteProject, deletionPreview } from './deletion.ts'
import { getProject } from './get.ts'
import { projectGroups } from './groups.ts'
import { listProjects } from './list.ts'
import type { ListedProject } from './rows.ts'
import { transferProject } from './transfer.ts'
import { updateProject } from './update.ts'

const Project = ProjectRef.extend({
  organization: AnId('org'),
  description: z.string(),
  visibility: z.enum(PROJECT_VISIBILITIES).describe('Whether others in the organization know of it.'),
  createdAt: At,
  archivedAt: At.nullable(),
  members: z.int().describe('How many hold a role in it in person.'),
  groups: z.int().describe('How many groups hold a role in it.'),
  defaultRole: RoleRef.nullable().describe('The role in it of everybody who joins the organization.'),
  myRole: RoleRef.nullable().describe('The most powerful role the caller was given in it.'),
  permissions: Permissions.describe('What the caller may do in it.'),
}).meta({ id: 'Project', description: 'A project of the organization.' })

const ProjectDetails = Project.extend({
  createdBy: Person.nullable(),
  people: z
    .int()
    .nullable()
    .describe('Everybody in it, through groups as well; null where they are too many, or not yours to see.'),
  joined: z.boolean().describe('Whether the caller is in it by a role given to them in person.'),
}).meta({ id: 'ProjectDetails', description: 'A project, with who made it and how many are in it.' })

const shown = <P extends ListedProject>({ since, ...project }: P, { call }: AtPath) => ({
  ...project,
  createdAt: since,
  organization: call.actor.organization,
})

const one = get({
  path: '/projects/{project}',
  name: 'projects.get',
  summary: 'Get a project',
  calls: getProject,
  answers: ProjectDetails,
  shows: shown,
})

const Deletion = z
  .object({
    name: z.string(),
    members: z.int(),
    people: z.array(z.object({ user: AnId('usr'), name: z.string() })).describe('The first ten of them.'),
    groups: z.int(),
    groupsNamed: z.array(GroupRef).describe('The first ten of them.'),
    invitations: z.int().describe('Open ones that would lead there; they stay open without it.'),
  })
  .meta({ id: 'ProjectDeletionPreview', description: 'Who and what is in a project.' })

const ProjectGroup = z
  .object({
    group: GroupRef,
    assignment: AnId('asg'),
    role: RoleRef,
    members: z.int().describe('How many people are directly in the group.'),
    groups: z.int().describe('How many groups are directly in it.'),
    since: At,
    expiresAt: At.nullable(),
    expired: z.boolean(),
    by: Person.nullable(),
    reason: z.string().nullable(),
    refusal: z.string().nullable().describe('Why the caller may not take the role away.'),
  })
  .meta({ id: 'ProjectGroup', description: 'A group that holds a role in a project.' })

const Confirm = z.strictObject({ confirm: z.string().max(1_000).optional() })

/** The resource `projects`. */
export const projectRoutes: readonly Route[] = [
  get({
    path: '/organizations/{organization}/projects',
    name: 'projects.list',
    summary: 'List projects',
    description: 'Those that the key may know of.',
    refuses: ['cursor-invalid'],
    calls: listProjects,
    answers: Page(Project, 'ProjectPage'),
    shows: ({ items, ...page }, at) => ({ ...page, items: items.map((project) => shown(project, at)) }),
  }),
  act({
    method: 'POST',
    path: '/organizations/{organization}/projects',
    name: 'projects.create',
    summary: 'Create a project',
    description:
      'Whoever creates it owns it, unless their role in the organization lets them manage every project; then `join` says whether they are in it.',
    refuses: ['name-taken', 'invalid-name', 'beyond-your-own', 'owner-by-default', 'role-level-mismatch'],
    calls: createProject,
    resource: one,
    at: ({ project }) => ({ project }),
  }),
  one,
  act({
    method: 'PATCH',
    path: '/projects/{project}',
    name: 'projects.update',
    summary: 'Change a project',
    refuses: [
      'name-taken',
      'invalid-name',
      'beyond-your-own',
      'owner-by-default',
      'role-level-mismatch',
      'project-archived',
    ],
    calls: updateProject,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'DELETE',
    path: '/projects/{project}',
    name: 'projects.delete',
    summary: 'Delete a project',
    description:
      'Every role in it ends; its trail stays. `confirm` is its name. With `dry_run=true`, who and what is in it.',
    calls: deleteProject,
    nothing: true,
    resource: one,
    dryRun: get({
      path: '/projects/{project}',
      name: 'projects.deletionPreview',
      summary: 'Who and what is in a project',
      calls: deletionPreview,
      takes: { fields: Confirm, input: () => ({}) },
      answers: Deletion,
    }),
  }),
  act({
    method: 'POST',
    path: '/projects/{project}/archive',
    name: 'projects.archive',
    summary: 'Archive a project',
    description: 'It keeps its people, roles and history, but nothing in it changes until it is restored.',
    refuses: ['project-archived'],
    calls: archiveProject,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  act({
    method: 'POST',
    path: '/projects/{project}/restore',
    name: 'projects.restore',
    summary: 'Restore an archived project',
    calls: restoreProject,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  act({
    method: 'POST',
    path: '/projects/{project}/transfer',
    name: 'projects.transfer',
    summary: 'Make another member the owner of a project',
    description: 'What the caller holds there in person becomes `keep`, or ends with null.',
    refuses: [
      'must-be-member',
      'already-owner',
      'not-yourself',
      'reason-required',
      'beyond-your-own',
      'role-level-mismatch',
      'project-archived',
    ],
    calls: transferProject,
    resource: one,
    answers: z.object({ change: ChangeRef }).meta({ id: 'ProjectTransferred' }),
  }),
  get({
    path: '/projects/{project}/groups',
    name: 'projectGroups.list',
    summary: 'List groups that hold a role in a project',
    calls: projectGroups,
    answers: List(ProjectGroup, 'ProjectGroups'),
    shows: whole,
  }),
]
