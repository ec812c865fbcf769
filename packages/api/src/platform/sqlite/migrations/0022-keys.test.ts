import { expect, test } from 'vitest'
import { openForWriting } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from './index.ts'

const ACME = `
  insert into user (id, email, username, name, created_at) values ('usr_ada', 'ada@acme.test', 'ada', 'Ada', 0);
  insert into organization (id, number, slug, name, since) values ('org_acme', 7, 'acme', 'Acme', 0);
  insert into organization_total (organization_id, members, invitations) values ('org_acme', 0, 0)
    on conflict do nothing;
  insert into role (id, organization_id, level, key, name, created_at) values
    ('rol_owner', 'org_acme', 'organization', 'owner', 'Owner', 0),
    ('rol_admin', 'org_acme', 'organization', 'admin', 'Admin', 0);
  insert into member (id, organization_id, user_id, source, since) values ('mem_ada', 'org_acme', 'usr_ada', 'setup', 0);
  insert into project (id, organization_id, name, name_key, name_identity, since)
    values ('prj_site', 'org_acme', 'Site', 'site', 'site', 0);
`
const BOT = `
  insert into user (id, name, kind, created_at) values ('usr_bot', 'CI', 'service', 1);
  insert into member (id, organization_id, user_id, source, since) values ('mem_bot', 'org_acme', 'usr_bot', 'creation', 1);
  insert into service_account (id, organization_id, user_id, member_id, name_identity, since)
    values ('svc_ci', 'org_acme', 'usr_bot', 'mem_bot', 'ci', 1);
`

/** The last release's file with an organization in it, brought up to this one. */
function upgraded() {
  const sqlite = openForWriting(':memory:')
  const before = MIGRATIONS.findIndex(([name]) => name === '0022-keys')
  for (const [, statements] of MIGRATIONS.slice(0, before)) sqlite.exec(statements)
  sqlite.pragma(`user_version = ${before}`)
  sqlite.exec(ACME)
  migrate(sqlite)
  return sqlite
}

test('F16 everybody of the release before is a person still, and a program is not counted among them', () => {
  const sqlite = upgraded()
  try {
    const members = sqlite.prepare('select members from organization_total').pluck()
    const project = sqlite.prepare('select members from project_total').pluck()
    expect(sqlite.prepare('select kind from user').pluck().all()).toEqual(['person'])
    expect(members.get()).toBe(1)
    sqlite.exec(BOT)
    sqlite.exec(`insert into role (id, organization_id, level, key, name, created_at)
      values ('rol_editor', 'org_acme', 'project', 'editor', 'Editor', 0)`)
    for (const member of ['ada', 'bot'])
      sqlite.exec(`insert into assignment (id, organization_id, member_id, role_id, project_id, since)
        values ('asg_${member}', 'org_acme', 'mem_${member}', 'rol_editor', 'prj_site', 2)`)
    expect(members.get()).toBe(1)
    expect(project.get()).toBe(1)
    expect(sqlite.prepare('select sum(begun) from member_day where span = 1').pluck().get()).toBe(1)
    sqlite.exec(`update member set until = 9 where id = 'mem_bot'`)
    expect(members.get()).toBe(1)
    expect(project.get()).toBe(1)
    expect(sqlite.prepare('select until from service_account').pluck().get()).toBe(9)
  } finally {
    sqlite.close()
  }
})

test('A16 a program neither owns an organization nor is in a group, whoever writes the row', () => {
  const sqlite = upgraded()
  try {
    sqlite.exec(BOT)
    expect(() =>
      sqlite.exec(`insert into assignment (id, organization_id, member_id, role_id, since)
        values ('asg_own', 'org_acme', 'mem_bot', 'rol_owner', 2)`),
    ).toThrow('an owner is a person')
    sqlite.exec(`insert into "group" (id, organization_id, name, name_key, name_identity, since)
      values ('grp_all', 'org_acme', 'All', 'all', 'all', 0)`)
    expect(() =>
      sqlite.exec(`insert into group_member (id, organization_id, group_id, member_id, since)
        values ('gme_bot', 'org_acme', 'grp_all', 'mem_bot', 2)`),
    ).toThrow('groups are of people')
  } finally {
    sqlite.close()
  }
})

test('A39 A22 a key is never widened, never begins again, and ends with the membership', () => {
  const sqlite = upgraded()
  try {
    sqlite.exec(`insert into api_key
      (id, organization_id, member_id, user_id, role_id, permissions, name, created_by, since) values
      ('key_1', 'org_acme', 'mem_ada', 'usr_ada', 'rol_admin', '["members.read","audit.read"]', 'CI', 'usr_ada', 3)`)
    sqlite.exec(`update api_key set permissions = '["members.read"]'`)
    for (const wider of [
      `permissions = '["members.read","audit.read"]'`,
      `role_id = 'rol_owner'`,
      `user_id = 'usr_eve'`,
    ])
      expect(() => sqlite.exec(`update api_key set ${wider}`)).toThrow(/a key (is never widened|ends once)/)
    sqlite.exec(`update member set until = 2, ended_by = 'usr_ada' where id = 'mem_ada'`)
    expect(sqlite.prepare('select until, ended_by from api_key').get()).toEqual({
      until: 3,
      ended_by: 'usr_ada',
    })
    expect(() => sqlite.exec('update api_key set until = null')).toThrow('a key ends once')
    expect(() => sqlite.exec('delete from api_key')).toThrow('keys are ended, never deleted')
  } finally {
    sqlite.close()
  }
})
