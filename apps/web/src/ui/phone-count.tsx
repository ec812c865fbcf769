import { count, counted } from './number.ts'

/** A number under its column's head; on a phone, where no head says of what, with the word. */
export function PhoneCount({ of, one, many }: { of: number; one: string; many: string }) {
  return (
    <>
      <span className="max-sm:hidden">{count(of)}</span>
      <span className="sm:hidden">{counted(of, one, many)}</span>
    </>
  )
}
