import type { ProjectVisibility } from '@roster/domain'
import { Eye, Lock, type LucideIcon, MessageCircleQuestion } from 'lucide-react'
import type { ProjectLabel } from './label-of.ts'

/** How a visibility is shown where there is room for two words. */
export const VISIBILITY: Readonly<Record<ProjectVisibility, { name: string; icon: LucideIcon }>> = {
  private: { name: 'Private', icon: Lock },
  organization: { name: 'Visible', icon: Eye },
  requests: { name: 'Open to requests', icon: MessageCircleQuestion },
}

/** The choices, each with what it means. */
export function visibilityChoices({ one, many }: ProjectLabel, organization: string) {
  return [
    {
      value: 'private',
      label: VISIBILITY.private.name,
      sentence: `Only the people in it, and whoever manages all ${many}, know that it exists.`,
    },
    {
      value: 'organization',
      label: `Visible to ${organization}`,
      sentence: `Everybody who sees the ${one} list finds it there. What is in it stays with its people.`,
    },
    {
      value: 'requests',
      label: VISIBILITY.requests.name,
      sentence: 'Visible, and people may ask to join.',
    },
  ] as const satisfies readonly { value: ProjectVisibility; label: string; sentence: string }[]
}
