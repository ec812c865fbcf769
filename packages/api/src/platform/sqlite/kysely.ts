import {
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * SQLite looks at the value of a bare parameter while it plans, and therefore plans anew whenever another value is
 * bound: at each call, which costs ten times what a small statement does. Behind a plus, which changes nothing, it
 * does not look. `statement` does the same.
 */
export const PLANNED_ONCE = '+'

class PlannedOnceCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return `${PLANNED_ONCE}?`
  }
}

const dialect: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new PlannedOnceCompiler(),
}
const adapter = dialect.createAdapter()
const compiler = dialect.createQueryCompiler()
const driver = dialect.createDriver()

/** A query builder over one connection that somebody else opens, guards and closes. Cheap enough for one a job. */
export function queryBuilder(connection: DatabaseConnection): Kysely<Tables> {
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) }
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver,
    executor: new DefaultQueryExecutor(compiler, adapter, provider),
  })
}
