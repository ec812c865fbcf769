import { Name } from '../ui/name.tsx'
import type { Because, Effective } from './types.ts'

/** "Direct", or "Through Engineering → Platform": from the group that holds the role to the one they are in. */
export function Path({ via, path }: { via: Because['via']; path: Effective['paths'][number] }) {
  if (via === 'direct') return 'Direct'
  if (path.length === 0) return 'Through a group'
  return (
    <>
      Through{' '}
      {path.map((group, at) => (
        <span key={group.id}>
          {at > 0 && <span> → </span>}
          <Name strong>{group.name}</Name>
        </span>
      ))}
    </>
  )
}
