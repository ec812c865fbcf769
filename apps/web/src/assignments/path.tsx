import { useHere } from '../organizations/here.ts'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Because, Effective } from './types.ts'

/**
 * "Direct", or "Through Engineering → Platform": from the group that holds the role to the one they are in, each
 * leading to where it can be changed.
 */
export function Path({ via, path }: { via: Because['via']; path: Effective['paths'][number] }) {
  const { organization, may } = useHere()
  if (via === 'direct') return 'Direct'
  if (path.length === 0) return 'Through a group'
  return (
    <>
      Through{' '}
      {path.map((group, at) => (
        <span key={group.id}>
          {at > 0 && <span> → </span>}
          {may('groups.read') ? (
            <TextLink
              link={{
                to: '/$organization/groups/$group',
                params: { organization, group: group.id },
                search: { tab: at === 0 ? 'access' : undefined },
              }}
            >
              <Name>{group.name}</Name>
            </TextLink>
          ) : (
            <Name strong>{group.name}</Name>
          )}
        </span>
      ))}
    </>
  )
}
