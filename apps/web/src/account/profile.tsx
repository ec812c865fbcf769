import { useMe } from '../identity/me.ts'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { AccountFrame } from './account-frame.tsx'
import { AppearanceChoice } from './appearance-choice.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { Discoverable } from './discoverable.tsx'
import { EmailAddress } from './email-address.tsx'
import { Picture } from './picture.tsx'
import { ProfileForm } from './profile-form.tsx'

/** Picture, name, username, address and appearance, and the way to delete it all. */
export function ProfilePage() {
  const me = useMe()
  useTitle('Profile')
  return (
    <AccountFrame>
      <Section title="Profile">
        <div className="flex flex-col gap-5">
          <Picture me={me} />
          <div className="border-line border-t" />
          <ProfileForm key={me.id} me={me} />
          <div className="border-line border-t pt-4">
            <Discoverable discoverable={me.discoverable} />
          </div>
        </div>
      </Section>
      <Section title="Email address" description="You sign in with it, and Roster writes to you there.">
        <EmailAddress me={me} />
      </Section>
      <Section title="Appearance" description="Kept in this browser.">
        <AppearanceChoice />
      </Section>
      <Section title="Delete my account" danger>
        <DeleteAccount me={me} />
      </Section>
    </AccountFrame>
  )
}
