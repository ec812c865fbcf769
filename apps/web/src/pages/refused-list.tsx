import { Name } from '../ui/name.tsx'

/** One to whom something was not done, and why. */
export type Refused = { id: string; name: string; reason: string }

const SHOWN_AT_ONCE = 3

/** Those to whom it is or was not done, each with the reason. */
export function RefusedList({ refused }: { refused: readonly Refused[] }) {
  return (
    <ul
      // What scrolls must be reachable by keyboard
      tabIndex={refused.length > SHOWN_AT_ONCE ? 0 : undefined}
      className="mt-1 flex max-h-48 flex-col gap-1.5 overflow-y-auto"
    >
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
