/** What was answered to a call that may come again: written in the transaction that did it. */
export const repeats = `
create table repeat (
  caller text not null,                 -- the API key
  key text not null,                    -- the caller's word for the call, hashed
  fingerprint text not null,            -- SHA-256 of what was asked
  answer text,                          -- what was answered, less its secrets; null while a bulk is under way
  outcomes text not null default '[]',  -- of a bulk, as far as it came
  created_at integer not null,
  primary key (caller, key)
) strict, without rowid;
create index repeat_by_age on repeat (created_at);
`
