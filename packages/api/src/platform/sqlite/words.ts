import { nameKey, searchText } from '@roster/domain'
import type Sqlite from 'better-sqlite3'

/**
 * Lends a connection the domain's functions about names, for migrations that fill a column made of them. No trigger
 * and no index may use them: the file must stay one that stock tools can write.
 */
export function lendWords(sqlite: Sqlite.Database): void {
  sqlite.function('name_key', { deterministic: true }, (name: unknown) => nameKey(String(name)))
  sqlite.function(
    'search_text',
    { deterministic: true },
    (name: unknown, email: unknown, username: unknown, title: unknown) =>
      searchText({ name: String(name), email: text(email), username: text(username), title: text(title) }),
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
