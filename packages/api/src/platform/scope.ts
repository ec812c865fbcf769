import {
  isProjectPermission,
  type OrganizationPermission,
  type Permission,
  type ProjectId,
} from '@roster/domain'
import type { Asks } from './access.ts'
import type { Project } from './project.ts'

/** Every organization-bound input names its organization, by id or slug. */
export interface InOrganization {
  readonly organization: string
}

/** What happens at one project names it beside its organization. */
export interface InProject extends InOrganization {
  readonly project: ProjectId
}

/** A permission that is held at projects can only be asked for where the input names the project. */
export type PermissionFor<Input> = Input extends InProject ? Permission : OrganizationPermission

/** The project that the input names, found and the caller's to know of before anything runs. */
export interface AtProjectOf<Input> {
  readonly project: Input extends InProject
    ? Project
    : Input extends { readonly project?: ProjectId | undefined }
      ? Project | null
      : null
}

/** What was found for an input, typed by it: `asks` asked for exactly the project that the input names. */
export function atProject<Input>(found: { readonly project: Project | null }): AtProjectOf<Input> {
  return found as AtProjectOf<Input>
}

/** What a call with this input asks leave for. */
export function asks<Input extends InOrganization>(permission: PermissionFor<Input>, input: Input): Asks {
  const project = 'project' in input && typeof input.project === 'string' ? projectIn(input) : null
  if (project === null && isProjectPermission(permission))
    throw new TypeError(`${permission} needs a project`)
  return { permission, organization: input.organization, project }
}

function projectIn(input: object): ProjectId | null {
  return isInProject(input) ? input.project : null
}

/** Input has been parsed: what stands in this field is an id of a project. */
function isInProject(input: object): input is InProject {
  return 'project' in input
}
