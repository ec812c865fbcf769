import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document as YamlDocument,
} from 'yaml'
import type { z } from 'zod'
import type { Path, PlacedProblem, Problem } from './problem.ts'
import { type Document, DocumentSchema } from './schema.ts'

/** What a file says, and where it says it. */
export type Parsed = {
  readonly document: Document
  /** The line and column at which something stands, or the nearest thing around it that is there. */
  readonly place: (problem: Problem) => PlacedProblem
}

/** Far more than any organization needs, and little enough to be read at once. */
const LONGEST = 20_000_000

/**
 * Reads YAML, of which JSON is a part. Everything that is wrong with it is answered, each with line and column;
 * nothing in the file is executed, and what is there twice is refused.
 */
export function parseFile(text: string): Parsed | readonly PlacedProblem[] {
  if (text.length > LONGEST) {
    return [{ path: [], message: 'This file is too large.', line: null, column: null }]
  }
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  if (yaml.errors.length > 0) {
    return yaml.errors.map((error) => ({
      path: [],
      message: sentence(error.message),
      ...at(lines, error.pos[0]),
    }))
  }
  const place = (problem: Problem): PlacedProblem => ({
    ...problem,
    ...at(lines, offsetOf(yaml, problem.path)),
  })
  const odd = oddKeys(yaml)
  if (odd.length > 0) return odd.map((found) => ({ ...found, ...at(lines, found.offset) }))
  const read = plain(yaml)
  if ('reason' in read) return [{ path: [], message: read.reason, line: null, column: null }]
  const parsed = DocumentSchema.safeParse(read.value)
  if (parsed.success) return { document: parsed.data, place }
  return parsed.error.issues
    .map((issue) => place(problemOf(issue)))
    .sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

/** The plain value; why there is none where an alias leads nowhere, or they multiply beyond reason. */
function plain(yaml: YamlDocument): { readonly value: unknown } | { readonly reason: string } {
  try {
    const value: unknown = yaml.toJS({ maxAliasCount: 1_000 })
    return { value: value ?? {} }
  } catch (reason) {
    if (reason instanceof ReferenceError) return { reason: sentence(reason.message) }
    throw reason
  }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], message: issue.message }
  return { path, message: sentence(issue.message) }
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`
}

type OddKey = Problem & { readonly offset: number | null }

/** Names that a plain object cannot hold, and those that are there twice: the library compares each with each. */
function oddKeys(yaml: YamlDocument): readonly OddKey[] {
  const found: OddKey[] = []
  visit(yaml, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const name = keyText(key)
        const offset = key.range?.[0] ?? null
        if (name === '__proto__') found.push({ path: [], message: 'This name cannot be used here.', offset })
        if (seen.has(name)) found.push({ path: [], message: `“${name}” is there twice.`, offset })
        seen.add(name)
      }
    },
  })
  return found
}

/** Where the key stands that the path ends with, or the value it leads to, or whatever is nearest around it. */
function offsetOf(yaml: YamlDocument, path: Path): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && keyText(item.key) === String(last))
      const key: unknown = pair?.key
      if (isScalar(key) && key.range) return key.range[0]
    }
    const value: unknown = yaml.getIn(path.slice(0, length), true)
    const offset = rangeStart(value)
    if (offset !== null) return offset
  }
  return rangeStart(yaml.contents)
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null
  const { range } = node
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null
}

function at(lines: LineCounter, offset: number | null): Pick<PlacedProblem, 'line' | 'column'> {
  if (offset === null) return { line: null, column: null }
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
