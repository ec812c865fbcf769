/** A text among the facts of a message, or null. */
export function textFact(facts: string, name: string): string | null {
  const parsed: unknown = JSON.parse(facts)
  if (typeof parsed !== 'object' || parsed === null) return null
  const value: unknown = Object.entries(parsed).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}
