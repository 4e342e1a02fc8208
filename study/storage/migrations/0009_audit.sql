-- The audit log becomes a chain: `hash` is the SHA-256 over the hash before and the row itself
-- (study/storage/audit.py). What was written before has none and is sealed by the first that has.
alter table audit add column hash text not null default '';

-- One row: from which entry on all have a hash (0 before there is one), how many entries there are,
-- and the hash of the last.
create table audit_head (
    only    integer primary key check (only = 1),
    first   integer not null,
    entries integer not null,
    hash    text not null
);
insert into audit_head (only, first, entries, hash) values (1, 0, 0, '');

create trigger audit_is_append_only_update before update on audit begin
    select raise(abort, 'the audit log is append-only');
end;
create trigger audit_is_append_only_delete before delete on audit begin
    select raise(abort, 'the audit log is append-only');
end;
