/** Where webhooks may be sent to. Asks name servers, so never within a transaction. */
export interface WebhookTargets {
  /** Why nothing is sent to this address, in words that go after "this cannot be used:", or null. */
  unusable(url: string): Promise<string | null>
}
