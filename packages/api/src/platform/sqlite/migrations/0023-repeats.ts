/** What was answered to a call that may come again: written in the transaction that did it. */
export const repeats = `
create table repeat (
  caller text not null references api_key (id),
  key text not null,                    -- the caller's word for the call, hashed
  fingerprint text not null,            -- SHA-256 of what was asked
  answer text,                          -- what was answered, less its secrets; null while a bulk is under way
  created_at integer not null,
  primary key (caller, key)
) strict, without rowid;
create index repeat_by_age on repeat (created_at);

-- What a bulk answered for its items, from the one at first on: a part for each transaction.
create table repeat_part (
  caller text not null,
  key text not null,
  first integer not null,
  outcomes text not null,
  primary key (caller, key, first),
  foreign key (caller, key) references repeat (caller, key) on delete cascade
) strict, without rowid;
`
