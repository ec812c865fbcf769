import type { GroupId, OrganizationPolicies, ProjectId, RoleId } from '@roster/domain'
import type { Grant, Group, Person, PersonKey, Project, Role, Service, ServiceKey } from '../model.ts'

/** Who holds roles. */
export type Subject =
  | { readonly person: PersonKey }
  | { readonly group: GroupId }
  | { readonly service: ServiceKey }

/** Where somebody who is invited will come to, besides the organization. */
export type Terms = {
  readonly role: RoleId
  readonly projects: ReadonlyMap<ProjectId, Grant>
  readonly groups: ReadonlySet<GroupId>
  readonly joinsDefaults: boolean
}

/** One change at one place, as small as Roster knows it. What it is made of is said by names. */
export type Step =
  | {
      readonly do: 'update-organization'
      readonly name: string | null
      readonly policies: Partial<OrganizationPolicies> | null
      readonly before: { readonly name: string; readonly policies: OrganizationPolicies }
    }
  | { readonly do: 'create-role'; readonly role: RoleId; readonly after: Role }
  | { readonly do: 'update-role'; readonly role: RoleId; readonly before: Role; readonly after: Role }
  | { readonly do: 'delete-role'; readonly role: RoleId; readonly before: Role }
  | { readonly do: 'create-project'; readonly project: ProjectId; readonly after: Project }
  | {
      readonly do: 'update-project'
      readonly project: ProjectId
      readonly before: Project
      readonly after: Project
    }
  | {
      readonly do: 'archive-project' | 'restore-project' | 'delete-project'
      readonly project: ProjectId
      readonly before: Project
    }
  | { readonly do: 'create-group'; readonly group: GroupId; readonly after: Group }
  | { readonly do: 'update-group'; readonly group: GroupId; readonly before: Group; readonly after: Group }
  | { readonly do: 'delete-group'; readonly group: GroupId; readonly before: Group }
  | { readonly do: 'nest' | 'unnest'; readonly group: GroupId; readonly child: GroupId }
  | {
      readonly do: 'give'
      readonly subject: Subject
      /** Null at the organization. */
      readonly project: ProjectId | null
      readonly before: Grant | null
      readonly after: Grant
    }
  | {
      readonly do: 'take'
      readonly subject: Subject
      readonly project: ProjectId | null
      readonly before: Grant
    }
  | {
      readonly do: 'add-to-group' | 'remove-from-group' | 'appoint' | 'dismiss'
      readonly group: GroupId
      readonly person: PersonKey
    }
  | {
      readonly do: 'set-title'
      readonly person: PersonKey
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly do: 'invite'
      readonly person: PersonKey
      /** What an invitation that ran out would have given; inviting again carries its places on. */
      readonly before: Terms | null
      readonly after: Terms
      readonly reason: string | null
    }
  | {
      readonly do: 'edit-invitation'
      readonly person: PersonKey
      readonly before: Terms
      readonly after: Terms
      readonly reason: string | null
    }
  | {
      readonly do: 'revoke-invitation' | 'remove-member'
      readonly person: PersonKey
      readonly before: Person
    }
  | { readonly do: 'create-service'; readonly service: ServiceKey; readonly after: Service }
  | {
      readonly do: 'update-service'
      readonly service: ServiceKey
      readonly before: Service
      readonly after: Service
    }
  | { readonly do: 'delete-service'; readonly service: ServiceKey; readonly before: Service }

/** Whether it takes something away from somebody for good. */
export function isRemoval(step: Step): boolean {
  return /^(delete|remove|revoke|take|dismiss|unnest)/.test(step.do)
}
