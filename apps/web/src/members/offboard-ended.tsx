import { useHere } from '../organizations/here.ts'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { Section } from '../ui/section.tsx'
import { Time } from '../ui/time.tsx'
import type { Evidence } from './types.ts'

/** Every role, place and invitation that ended, as the rows say it. */
export function OffboardEnded({
  evidence: { roles, groups, invitations, sessions },
}: {
  evidence: Evidence
}) {
  const { here } = useHere()
  return (
    <Section title="What ended">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">What ended</caption>
        <thead>
          <tr className="text-ink-muted text-xs">
            <th scope="col" className="w-1/4 pb-1.5 font-medium">
              What
            </th>
            <th scope="col" className="pb-1.5 font-medium">
              Where
            </th>
            <th scope="col" className="w-1/4 pb-1.5 text-right font-medium">
              Since
            </th>
          </tr>
        </thead>
        <tbody className="[&_td]:border-line [&_td]:border-t [&_td]:py-2 [&_td]:align-top">
          {roles.map(({ role, project, since }) => (
            <tr key={`${project} ${role} ${since}`}>
              <td>Role {role}</td>
              <td className="max-w-0">
                <Name>{project ?? here.name}</Name>
              </td>
              <td className="text-right text-ink-muted">
                <Time at={since} as="date" />
              </td>
            </tr>
          ))}
          {groups.map(({ name, since }) => (
            <tr key={`${name} ${since}`}>
              <td>Place in a group</td>
              <td className="max-w-0">
                <Name>{name}</Name>
              </td>
              <td className="text-right text-ink-muted">
                <Time at={since} as="date" />
              </td>
            </tr>
          ))}
          {invitations.map(({ recipient, became }, at) => (
            <tr key={at}>
              <td>Invitation</td>
              <td className="max-w-0">
                <Name>{recipient}</Name>
              </td>
              <td className="text-right text-ink-muted">{became === 'revoked' ? 'revoked' : 'taken over'}</td>
            </tr>
          ))}
          <tr>
            <td>Sessions</td>
            <td>{sessions === 0 ? 'None were open' : `${count(sessions)} ended, on every device`}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </Section>
  )
}
