/** The state of the list, as its address carries it. */
export function auditSearch(_search: Record<string, unknown>): Record<string, never> {
  return {}
}
