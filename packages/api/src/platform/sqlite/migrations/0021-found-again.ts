/** What is looked up by whom it is about: the undoing of an entry, and the notes of reviewers about a person. */
export const foundAgain = `
create index audit_undoing on audit_entry (chain, entry ->> '$.facts.entry') where action = 'change.undone';
create index review_note_about on review_item (user_id) where note is not null;
`
