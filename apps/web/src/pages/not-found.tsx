import { SearchX } from 'lucide-react'
import { Logo } from '../frame/logo.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useTitle } from './title.ts'

/** For an address that leads nowhere, or to something that is not the visitor's to see: the two look the same. */
export function NotFoundPage() {
  useTitle('Nothing here')
  return (
    <ErrorPage
      icon={SearchX}
      title="There is nothing here"
      next="The address may be mistyped, or the page is not yours to see."
      actions={<LinkButton link={{ to: '/' }}>Go to my organizations</LinkButton>}
    />
  )
}

/** The same where no frame stands around it. */
export function BareNotFound() {
  return (
    <>
      <header className="flex h-14 items-center px-4 sm:px-6">
        <Logo />
      </header>
      <main id="main">
        <NotFoundPage />
      </main>
    </>
  )
}
