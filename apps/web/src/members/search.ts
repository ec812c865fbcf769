/** The state of the list, as its address carries it. */
export function membersSearch(_search: Record<string, unknown>): Record<string, never> {
  return {}
}
