import { type BuiltInRole, isPermission, isProjectPermission } from '@roster/domain'
import type { Source } from '../site/page.ts'

type Roles = Readonly<Record<'organization' | 'project', Readonly<Record<string, BuiltInRole>>>>

/** One page of every permission, and which of the built-in roles holds it. */
export function permissionsPage(permissions: Readonly<Record<string, string>>, roles: Roles): Source {
  const names = Object.keys(permissions).filter(isPermission)
  const organization = names.filter((name) => !isProjectPermission(name))
  const project = names.filter(isProjectPermission)
  const matrix = (rows: readonly (typeof names)[number][], level: keyof Roles) => {
    const held = Object.values(roles[level])
    const head = ['Permission', 'Allows to', ...held.map(({ name }) => name)]
    const body = rows.map((name) => [
      `\`${name}\``,
      permissions[name] ?? '',
      ...held.map((role) => (role.permissions.has(name) ? 'yes' : '–')),
    ])
    return table([head, ...body])
  }
  const described = (level: keyof Roles) =>
    Object.values(roles[level])
      .map(({ name, description }) => `- **${name}.** ${description}`)
      .join('\n')
  return {
    path: 'reference/permissions',
    group: 'Reference',
    order: 820,
    description: 'Every permission there is, and which of the built-in roles holds it.',
    markdown: `# Permissions

What somebody may do is the sum of the permissions of all roles they hold, directly and through groups. The code of Roster asks for permissions, never for names of roles, so that a role of your own is as good as a built-in one.

## At the organization

${described('organization')}

${matrix(organization, 'organization')}

## At a project

A permission of a project is held at that project or, by a role at the organization, at all of its projects.

${described('project')}

${matrix(project, 'project')}

## Roles at the organization, in its projects

${matrix(project, 'organization')}
`,
  }
}

/** Rows of cells as a Markdown table; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}
