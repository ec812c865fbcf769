import { accountName, freeText, LONGEST_ACCOUNT_DESCRIPTION, Refusal } from '@roster/domain'
import { builtInNamed, type Service, type ServiceKey, serviceNamed } from '../model.ts'
import { type Places, wantedGrants } from './grants.ts'
import { roleAsked } from './roles.ts'
import { entriesOf, problem, prunes, type Wanting } from './wanting.ts'

/** The service accounts there will be. */
export function wantedServices(wanting: Wanting, places: Places): Map<ServiceKey, Service> {
  const services = new Map<ServiceKey, Service>()
  for (const [key, service] of wanting.current.services) {
    const projects = new Map([...service.projects].filter(([project]) => places.projects.has(project)))
    services.set(key, { ...service, projects })
  }
  const section = wanting.document.service_accounts
  if (section === undefined) return services
  const listed = new Set<ServiceKey>()
  for (const [written, entry] of entriesOf(section)) {
    const path = ['service_accounts', written]
    const name = accountName(written)
    if (name instanceof Refusal) {
      problem(wanting, path, name)
      continue
    }
    const key = serviceNamed(name)
    if (listed.has(key)) problem(wanting, path, 'This service account is in the file twice.')
    listed.add(key)
    const before = services.get(key)
    const role =
      entry.role === undefined
        ? (before?.role ?? builtInNamed('organization', 'viewer'))
        : roleAsked(wanting, places.roles, 'organization', entry.role, [...path, 'role'])
    if (role === builtInNamed('organization', 'owner'))
      problem(wanting, [...path, 'role'], new Refusal('owner-is-a-person'))
    const description = freeText(
      entry.description ?? before?.description ?? '',
      LONGEST_ACCOUNT_DESCRIPTION,
      'description',
    )
    if (description instanceof Refusal) problem(wanting, [...path, 'description'], description)
    if (!role || description instanceof Refusal) continue
    const holder = {
      ref: `service ${key}`,
      said: `service account ${name}`,
      path: [...path, 'projects'],
      reason: entry.reason ?? null,
    }
    const projects = wantedGrants(wanting, places, holder, {
      before: before?.projects ?? new Map(),
      written: entry.projects,
      only: entry.only === true || prunes(wanting, 'service_accounts'),
    })
    services.set(key, { name, description, role, reason: entry.reason ?? null, projects })
  }
  for (const [key, { name }] of wanting.current.services) {
    if (listed.has(key)) continue
    if (prunes(wanting, 'service_accounts')) services.delete(key)
    else wanting.extras.push(`Service account ${name}`)
  }
  return services
}
