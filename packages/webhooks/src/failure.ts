import { LeadsInside } from './resolve.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was cut before there was an answer.',
  EPIPE: 'The connection was cut before there was an answer.',
  EHOSTUNREACH: 'There is no way to the receiver.',
  ENETUNREACH: 'There is no way to the receiver.',
  ETIMEDOUT: 'The receiver could not be reached in time.',
  HPE_HEADER_OVERFLOW: 'The headers of the answer were too long.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the receiver is not one that is trusted.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the receiver is not one that is trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the receiver is not one that is trusted.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the receiver is not one that is trusted.',
  CERT_HAS_EXPIRED: 'The certificate of the receiver has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the receiver is for another name.',
}

/** Why a request got no answer, in a sentence for the log of deliveries. */
export function failure(error: unknown, host: string): string {
  if (error instanceof LeadsInside) return `Not sent: ${error.message}.`
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no address for ${host}.`
  if (code.startsWith('HPE_')) return SENTENCES[code] ?? 'The answer was not one of HTTP.'
  return SENTENCES[code] ?? `The request failed${code === '' ? '' : ` (${code})`}.`
}
