import { nameKey, searchText } from '@roster/domain'
import { expect, test } from 'vitest'
import { openForWriting } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

const DAY = 86_400_000

test('F16 what ended before this release is found in the past as well, and each day is counted', () => {
  const sqlite = openForWriting(':memory:')
  try {
    const before = MIGRATIONS.findIndex(([name]) => name === '0016-history')
    for (const [, statements] of MIGRATIONS.slice(0, before)) sqlite.exec(statements)
    sqlite.pragma(`user_version = ${before}`)
    sqlite.exec(`
      insert into user (id, email, username, name, created_at, deleted_at) values
        ('usr_zoe', 'zoe@acme.test', 'zoe', 'Zoë', 0, null), ('usr_gone', null, null, '', 0, 5);
      insert into organization (id, number, slug, name, since) values ('org_acme', 7, 'acme', 'Acme', 0);
      insert into member (id, organization_id, user_id, source, since, until) values
        ('mem_zoe', 'org_acme', 'usr_zoe', 'import', ${DAY}, ${100 * DAY}),
        ('mem_gone', 'org_acme', 'usr_gone', 'import', ${DAY + 5}, ${2 * DAY}),
        ('mem_moment', 'org_acme', 'usr_zoe', 'import', ${DAY}, ${DAY});
    `)
    migrate(sqlite)
    const past = sqlite.prepare(
      'select id >> 43 as number, member_id, name_key, since, until, search from member_past',
    )
    expect(past.all()).toEqual([
      {
        ...{ number: 7, member_id: 'mem_gone', since: DAY + 5, until: 2 * DAY },
        name_key: nameKey('Deleted account'),
        search: searchText({ name: 'Deleted account' }),
      },
      {
        ...{ number: 7, member_id: 'mem_zoe', since: DAY, until: 100 * DAY },
        name_key: nameKey('Zoë'),
        search: searchText({ name: 'Zoë', email: 'zoe@acme.test', username: 'zoe' }),
      },
    ])
    const days = sqlite.prepare('select span, first, begun, ended from member_day order by span, first')
    expect(days.all()).toEqual([
      { span: 1, first: 1, begun: 3, ended: 1 },
      { span: 1, first: 2, begun: 0, ended: 1 },
      { span: 1, first: 100, begun: 0, ended: 1 },
      { span: 64, first: 0, begun: 3, ended: 2 },
      { span: 64, first: 64, begun: 0, ended: 1 },
    ])
  } finally {
    sqlite.close()
  }
})
