import { useHere } from '../organizations/here.ts'
import { labelOf, type ProjectLabel } from './label-of.ts'

/** What this organization calls its projects. */
export function useProjectLabel(): ProjectLabel {
  return labelOf(useHere().here.policies.projectLabel)
}
