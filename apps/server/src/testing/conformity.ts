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

  /** What is wrong with an answer; null where the document describes it. */
  fault(
    route: { readonly method: string; readonly path: string },
    status: number,
    text: string,
  ): string | null {
    const type = status >= 400 ? 'application/problem+json' : 'application/json'
    const at = ['paths', route.path, route.method.toLowerCase(), 'responses', String(status)]
    if (status === 304 || status === 405) return null
    if (status === 204) return text === '' ? null : 'says something where nothing is said'
    const validate = this.#validator([...at, 'content', type, 'schema'])
    if (!validate) return `${route.method} ${route.path} is not documented to answer ${status}`
    if (validate(JSON.parse(text))) return null
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
