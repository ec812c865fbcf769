/** Opens the reader's mail program (D5). */
export function EmailLink({ email }: { email: string }) {
  return (
    <a
      href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
      className="rounded-mark hover:text-ink hover:underline"
    >
      {email}
    </a>
  )
}
