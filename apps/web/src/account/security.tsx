import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { AccountFrame } from './account-frame.tsx'
import { ChangePassword } from './change-password.tsx'
import { Sessions } from './sessions.tsx'

/** One's password, and where one is signed in. */
export function SecurityPage() {
  useTitle('Security')
  return (
    <AccountFrame>
      <Section title="Password" description="Changing it ends every session but this one.">
        <ChangePassword />
      </Section>
      <Sessions />
    </AccountFrame>
  )
}
