import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { statement } from '../statement.ts'
import { PreparedConnection } from './connection.ts'
import { queryBuilder } from './kysely.ts'

let sqlite: Sqlite.Database
beforeEach(() => {
  sqlite = new Sqlite(':memory:')
})
afterEach(() => sqlite.close())

/** How long a statement takes with another value each time, against one that has its value written into it. */
async function slowdown(run: (id: string) => Promise<unknown>, baked: () => void): Promise<number> {
  const time = async (act: (index: number) => unknown) => {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 20; round++) {
      const from = performance.now()
      for (let index = 0; index < 100; index++) await act(index)
      best = Math.min(best, performance.now() - from)
    }
    return best
  }
  return (await time((index) => run(`r${index}`))) / (await time(baked))
}

test('a statement is planned once, not again for each value that is bound to it', async () => {
  sqlite.exec(`
    create table role (id text primary key, name text, until integer) strict;
    create unique index role_by_name on role (name) where until is null;
    create table assignment (id text primary key, owner text, member text, role text, until integer) strict;
    create index live on assignment (owner, member) where until is null;
    create index history on assignment (owner, member, id);
    insert into role values ('r', 'Role', null);
    insert into assignment values ('a', 'o', 'm', 'r', null);
  `)
  const text = (owner: string, member: string) => `
    with recursive up (id) as (
      select id from assignment where owner = ${owner} and member = ${member} and until is null
      union select a.member from up cross join assignment a on a.role = up.id where a.owner = ${owner}
    )
    select a.id, a.role, r.name from assignment a join role r on r.id = a.role
      where a.owner = ${owner} and a.member = ${member} and a.until is null
    union all select a.id, a.role, r.name from up cross join assignment a on a.owner = ${owner} and a.role = up.id
      join role r on r.id = a.role where a.member = ${member}`
  const db = queryBuilder(new PreparedConnection(sqlite))
  const byName = statement<{ readonly owner: string; readonly member: string }, unknown>(
    text(':owner', ':member'),
  )
  const baked = sqlite.prepare(text("'o'", "'m'"))
  expect(
    await slowdown(
      (member) => byName(db, { owner: 'o', member }),
      () => baked.all(),
    ),
  ).toBeLessThan(5)
})

test('parameters mean what they are: text, numbers, nothing, in lists, limits and values', async () => {
  sqlite.exec('create table role (id text primary key, name text, until integer) strict')
  const db = queryBuilder(new PreparedConnection(sqlite))
  const rows = ['1', '007', 'x'].map((id, index) => ({
    id,
    name: `:${id}`,
    until: index === 0 ? null : index,
  }))
  for (const row of rows) {
    await statement('insert into role (id, name, until) values (:id, :name, :until)')(db, row)
  }
  expect(await statement('select * from role where id = :id')(db, { id: '007' })).toEqual([rows[1]])
  const some = statement("select id, ':id' as name from role where id in (:a, :b) limit :most")
  expect(await some(db, { a: '1', b: 'x', most: 1 })).toEqual([{ id: '1', name: ':id' }])
})
