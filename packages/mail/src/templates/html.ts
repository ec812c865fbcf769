/** Markup that was escaped where it was made. Only the tag below can make one, so a string is never markup. */
class Html {
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  toString(): string {
    return this.#source
  }
}

export type { Html }

type Piece = string | number | Html | readonly Html[]

/**
 * A piece of HTML. Strings and numbers put into it are escaped for element content and for quoted attributes
 * (the only two places a template may put one); pieces made by this tag are kept, lists of them joined.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(parts.reduce((done, part, at) => done + source(values[at - 1] ?? '') + part))
}

function source(value: Piece): string {
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return value.join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
}
