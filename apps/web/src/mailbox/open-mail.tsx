import { useSearch } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Callout } from '../ui/callout.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import { linksIn } from './links.ts'
import { MailBody } from './mail-body.tsx'

/** One mail: to whom, what about, its links, and both its parts. */
export function OpenMail({ id }: { id: string }) {
  const { part } = useSearch({ from: '/mailbox' })
  const { data: mail, error } = trpc.mailbox.get.useQuery({ id }, { staleTime: Number.POSITIVE_INFINITY })

  return (
    <article className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-5 sm:px-6">
      <div className="text-sm md:hidden">
        <TextLink link={{ to: '/mailbox' }}>All mails</TextLink>
      </div>
      {error && (
        <Callout meaning="warning" title="This mail is not here any more">
          {sentenceOf(error)} The mailbox is emptied when the server starts.
        </Callout>
      )}
      {!mail && !error && <SkeletonLines lines={8} />}
      {mail && (
        <>
          <h2 className="font-semibold text-title [overflow-wrap:anywhere]">{mail.subject}</h2>
          <DefinitionList
            items={[
              { term: 'To', value: mail.to },
              { term: 'Sent', value: <Time at={mail.sentAt} /> },
              { term: 'Links', value: <MailLinks links={linksIn(mail.text)} /> },
            ]}
          />
          <Tabs
            label="Parts of the mail"
            tabs={[
              { label: 'HTML', link: { to: '/mailbox', search: { mail: id } }, current: part !== 'text' },
              {
                label: 'Text',
                link: { to: '/mailbox', search: { mail: id, part: 'text' } },
                current: part === 'text',
              },
            ]}
          />
          <MailBody mail={mail} part={part ?? 'html'} />
        </>
      )}
    </article>
  )
}

function MailLinks({ links }: { links: readonly string[] }) {
  if (links.length === 0) return <span className="text-ink-muted">None</span>
  return (
    <ul className="flex flex-col gap-1">
      {links.map((link) => (
        <li key={link}>
          <a
            href={link}
            className="text-accent-ink underline decoration-accent-line underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
          >
            {link}
          </a>
        </li>
      ))}
    </ul>
  )
}
