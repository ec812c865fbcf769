/** A deleted group that is brought back counts again. */
export const undo = `
create trigger group_counted_again after update of until on "group"
  when old.until is not null and new.until is null begin
  update organization_total set groups = groups + 1 where organization_id = new.organization_id;
end;
`
