/** The command palette: everything one can go to or do, by typing. */
export function Search(_: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return null
}
