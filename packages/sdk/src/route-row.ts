/** How an operation is asked for. */
export type RouteRow = readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  marks?: {
    /** Whether it takes anything beside what stands in its path. */
    readonly fields?: true
    /** The list that stands first, and for each entry of which one result is answered. */
    readonly list?: string
    readonly pages?: true
    /** Whether it answers a file, as text. */
    readonly file?: true
  },
]
