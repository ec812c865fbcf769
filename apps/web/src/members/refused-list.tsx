import { Name } from '../ui/name.tsx'
import type { Refused } from './outcomes.ts'

/** Those to whom it is or was not done, each with the reason. */
export function RefusedList({ refused }: { refused: readonly Refused[] }) {
  return (
    <ul className="mt-1 flex max-h-48 flex-col gap-1.5 overflow-y-auto">
      {refused.map(({ id, name, reason }) => (
        <li key={id}>
          <span className="font-medium">
            <Name>{name}</Name>
          </span>
          <span className="block">{reason}</span>
        </li>
      ))}
    </ul>
  )
}
