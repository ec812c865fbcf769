/** What name servers know of domains. Only asked where the operator has said so. */
export interface MailDomains {
  /** Whether mail is taken there; null where nobody answers, as for a machine without a network. */
  takesMail(domain: string): Promise<boolean | null>
}
