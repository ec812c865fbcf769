type MailBodyProps = { mail: { subject: string; html: string; text: string }; part: 'html' | 'text' }

/** A mail as a mail program shows it. The HTML part is shut in: no scripts, no forms, no way out. */
export function MailBody({ mail: { subject, html, text }, part }: MailBodyProps) {
  if (part === 'text') {
    return (
      <pre className="overflow-x-auto whitespace-pre-wrap rounded-card border border-line bg-surface p-4 font-mono text-sm [overflow-wrap:anywhere]">
        {text}
      </pre>
    )
  }
  return (
    <iframe
      title={`HTML part of “${subject}”`}
      sandbox=""
      srcDoc={html}
      className="h-[42rem] w-full rounded-card border border-line bg-surface"
    />
  )
}
