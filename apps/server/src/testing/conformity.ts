import { openApiDocument, REST_ROUTES } from '@roster/api'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** Holds what a server answers against what the published document says of it. */
export class Conformity {
  readonly #ajv: Ajv2020
  readonly #validators = new Map<string, ValidateFunction | null>()

  constructor() {
    this.#ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(this.#ajv)
    this.#ajv.addSchema(openApiDocument(REST_ROUTES, { url: 'http://roster.test', version: '0.0.0' }), 'api')
  }

  /** What is wrong with an answer of this media type; null where the document describes it. */
  fault(
    route: { readonly method: string; readonly path: string },
    status: number,
    type: string | null,
    text: string,
  ): string | null {
    const at = ['paths', route.path, route.method.toLowerCase(), 'responses', String(status)]
    if (status === 304 || status === 405) return null
    if (status === 204) return text === '' ? null : 'says something where nothing is said'
    const media = type?.split(';', 1)[0] ?? ''
    const validate = this.#validator([...at, 'content', media, 'schema'])
    if (!validate) return `${route.method} ${route.path} is not documented to answer ${status} as ${media}`
    if (validate(media.endsWith('json') ? JSON.parse(text) : text)) return null
    return this.#ajv.errorsText(validate.errors)
  }

  #validator(path: readonly string[]): ValidateFunction | null {
    const pointer = path
      .map((part) => encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')))
      .join('/')
    const known = this.#validators.get(pointer)
    if (known !== undefined) return known
    let made: ValidateFunction | null = null
    try {
      made = this.#ajv.compile({ $ref: `api#/${pointer}` })
    } catch {
      made = null
    }
    this.#validators.set(pointer, made)
    return made
  }
}
