/** Files of people on their way in: an import, and its rows, each of which is done once. */
export const imports = `
create table import (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,                   -- of the file
  state text not null check (state in ('loading', 'running', 'finished', 'cancelled')),
  reason text,                          -- kept with every role that it gives
  rows integer not null check (rows > 0),
  loaded integer not null default 0,
  invited integer not null default 0,
  reinvited integer not null default 0,
  assigned integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  created_by text not null references user (id),
  created_at integer not null,
  closed_at integer,
  closed_by text references user (id),  -- null when Roster gave it up
  purged_at integer,                    -- from then on there are no rows, only how many came to what
  unique (organization_id, id),
  check ((state in ('loading', 'running')) = (closed_at is null))
) strict;
create index import_of_organization on import (organization_id, id);
create index import_to_purge on import (created_at) where purged_at is null;
create trigger import_ends_once before update of state on import
  when old.state in ('finished', 'cancelled') and new.state <> old.state begin
  select raise(abort, 'an import ends once');
end;

create table import_row (
  organization_id text not null,
  import_id text not null,
  line integer not null,                -- on which it begins in the file
  cells text not null,                  -- what it says, by field
  person text,                          -- whom it turned out to be about, once it is done
  outcome text check (outcome in ('invited', 'reinvited', 'assigned', 'unchanged', 'refused')),
  problems text not null default '[]',
  invitation_id text,
  member_id text,
  unique (import_id, line),
  foreign key (organization_id, import_id) references import (organization_id, id),
  foreign key (organization_id, invitation_id) references invitation (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id)
) strict;
create index import_row_to_do on import_row (import_id, line) where outcome is null;
create index import_row_by_outcome on import_row (import_id, outcome, line) where outcome is not null;
create index import_row_person on import_row (import_id, person, line) where person is not null;
create index import_row_of_person on import_row (person) where person is not null;
create trigger import_row_is_done_once before update of outcome on import_row when old.outcome is not null begin
  select raise(abort, 'a row is done once');
end;
create trigger import_row_is_loaded after insert on import_row begin
  update import set loaded = loaded + 1 where id = new.import_id;
end;
create trigger import_row_is_counted after update of outcome on import_row when new.outcome is not null begin
  update import set invited = invited + (new.outcome = 'invited'),
    reinvited = reinvited + (new.outcome = 'reinvited'),
    assigned = assigned + (new.outcome = 'assigned'),
    unchanged = unchanged + (new.outcome = 'unchanged'),
    refused = refused + (new.outcome = 'refused')
    where id = new.import_id;
end;
`
