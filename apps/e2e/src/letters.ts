import PostalMime from 'postal-mime'

/** A letter as a mail client shows it. Addresses are the envelope's, in lower case. */
export interface Letter {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  /** Web addresses in the text part, in order. */
  readonly links: readonly string[]
}

/** Reads a message as it came over SMTP, once per recipient of its envelope. */
export async function readLetters(
  raw: Uint8Array,
  envelope: { readonly from: string; readonly to: readonly string[] },
): Promise<Letter[]> {
  const mail = await PostalMime.parse(raw)
  const text = mail.text ?? ''
  return envelope.to.map((to) => ({
    from: envelope.from.toLowerCase(),
    to: to.toLowerCase(),
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
  }))
}
