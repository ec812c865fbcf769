import { useAppearance } from '../theme/appearance.ts'
import { RadioCards } from '../ui/radio-cards.tsx'

const APPEARANCES = [
  { value: 'system', label: 'Like the system', sentence: 'Changes with the setting of this device.' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Light, dark, or as the system says; at once. */
export function AppearanceChoice() {
  const [appearance, setAppearance] = useAppearance()
  return (
    <RadioCards
      label="Appearance"
      hideLabel
      value={appearance}
      onChange={setAppearance}
      options={APPEARANCES}
    />
  )
}
