/** What a membership takes with it at its end may have begun later by a clock that was set back meanwhile. */
export const endsAfterItsBegin = `
drop trigger member_end_is_total;
create trigger member_end_is_total after update of until on member when new.until is not null begin
  update assignment set until = max(since, new.until), ended_by = new.ended_by
    where organization_id = new.organization_id and member_id = new.id
      and +until is null; -- led by the member: by an index of all that is live it would be the whole organization
  update group_member set until = max(since, new.until), ended_by = new.ended_by
    where organization_id = new.organization_id and member_id = new.id and until is null;
end;
`
