import { KeyRound, type LucideIcon, MailCheck, MailWarning, MailX, Shield, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Code } from '../ui/code.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useHere } from './here.ts'
import type { Suggestion } from './types.ts'
import { VerifyEmailAction } from './verify-email-action.tsx'

type SuggestedActionsProps = { suggestions: readonly Suggestion[]; onInvite: () => void }

type Suggested = { icon: LucideIcon; title: string; sentence: ReactNode; action?: ReactNode }

/** What is still to be done here (T10); each disappears when it is. */
export function SuggestedActions({ suggestions, onInvite }: SuggestedActionsProps) {
  const { organization, here } = useHere()
  const params = { organization }
  const all: Record<Suggestion, Suggested> = {
    'invite-members': {
      icon: UserPlus,
      title: 'Invite members',
      sentence: `${here.name} is you alone so far. Invite people by email or by username.`,
      action: (
        <Button variant="primary" onClick={onInvite}>
          Invite members
        </Button>
      ),
    },
    'verify-email': {
      icon: MailCheck,
      title: 'Verify your email address',
      sentence: 'So that invitations to your address find you, and you can choose a new password by mail.',
      action: <VerifyEmailAction />,
    },
    'configure-mail': {
      icon: MailX,
      title: 'Set up mail',
      sentence: (
        <>
          This Roster sends no mail yet, so invitations reach people as copied links only. Whoever runs it
          sets <Code>ROSTER_SMTP_URL</Code>, for instance to{' '}
          <Code>smtp://user:password@mail.example.org:587</Code>, and starts it again. What is waiting then
          goes out.
        </>
      ),
    },
    'add-second-owner': {
      icon: KeyRound,
      title: 'Add a second owner',
      sentence: `You are the only owner of ${here.name}. With a second one it stays in good hands when you cannot sign in.`,
      action: (
        <LinkButton link={{ to: '/$organization/members', params, search: { dialog: 'transfer' } }}>
          Choose an owner
        </LinkButton>
      ),
    },
    'define-roles': {
      icon: Shield,
      title: 'Define roles before you assign access',
      sentence:
        'Nobody works in a project yet. Look through what the roles of projects allow, and make one of your own where none fits.',
      action: (
        <LinkButton link={{ to: '/$organization/roles', params, search: { level: 'project' } }}>
          Look at the roles
        </LinkButton>
      ),
    },
    'review-failed-mail': {
      icon: MailWarning,
      title: 'Review invitations that did not arrive',
      sentence: 'Their mail was refused. Correct the address, or hand the link over yourself.',
      action: (
        <LinkButton
          link={{
            to: '/$organization/members/invitations',
            params,
            search: { status: 'undeliverable' },
          }}
        >
          Review them
        </LinkButton>
      ),
    },
  }
  return (
    <Card title="Suggested actions" flush>
      <ul className="divide-y divide-line">
        {suggestions.map((suggestion) => {
          const { icon: Icon, title, sentence, action } = all[suggestion]
          return (
            <li key={suggestion} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <span className="grid size-8 shrink-0 place-items-center self-start rounded-control bg-accent-tint text-accent-ink">
                <Icon aria-hidden className="size-4" />
              </span>
              <div className="min-w-0 flex-1 basis-56">
                <h3 className="font-medium text-sm">{title}</h3>
                <p className="max-w-prose text-pretty text-ink-muted text-sm">{sentence}</p>
              </div>
              {action && <div className="max-sm:ml-12">{action}</div>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
