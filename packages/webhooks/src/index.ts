/** Signing webhooks and handing them over. */
export {}
