export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one JSON text of a value (RFC 8785, JCS): keys in UTF-16 order, no white space, numbers as ECMAScript
 * writes them. Throws on NaN, infinities and lone surrogates, which have no such text.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('There is no JSON for a number that is not finite.')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return text(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${text(key)}:${canonicalJson(member)}`).join(',')}}`
}

function text(value: string): string {
  if (/\p{Cs}/u.test(value)) throw new TypeError('There is no JSON for half a surrogate pair.')
  return JSON.stringify(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
