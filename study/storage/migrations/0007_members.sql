-- Members: kinds of groups, appointed admins, memberships, redeem codes, notices in private.

-- What an admin made a group; one that is not here is free.
create table chat_group (
    number text primary key,
    kind   text not null check (kind in ('free', 'member', 'muted')),
    set_by text not null,
    set_at text not null
) without rowid;

-- People whom a superuser appointed.
create table admin (
    person       text primary key,
    appointed_by text not null,
    appointed_at text not null
) without rowid;

-- Days of membership, given or taken, as a ledger: which days come of it is a rule
-- (study/members/runs.py), so that one that is reversed leaves no trace in the others.
create table membership_grant (
    id          integer primary key,
    person      text not null,
    -- ISO 8601: P1Y, P6M, P365D; with a minus in front days are taken.
    term        text not null,
    source      text not null check (source in ('code', 'reward', 'admin')),
    -- The number of the code's batch, of the case, or nothing.
    reference   text not null default '',
    reason      text not null,
    granted_by  text not null,
    -- The local day from which it counts.
    granted_on  text not null,
    granted_at  text not null,
    reversed_at text not null default '',
    reversed_by text not null default '',
    reversed_why text not null default ''
);
create index membership_grant_person on membership_grant (person);

create table code_batch (
    id         integer primary key,
    term       text not null,
    amount     integer not null,
    -- The last local day on which a code can be redeemed, '' for ever.
    valid_until text not null,
    note       text not null,
    made_by    text not null,
    made_at    text not null
);

-- A redeem code as its SHA-256; `tail` are its last four characters, to speak of it.
create table redeem_code (
    digest      text primary key,
    batch_id    integer not null references code_batch (id),
    tail        text not null,
    redeemed_by text not null default '',
    redeemed_at text not null default '',
    revoked_at  text not null default ''
) without rowid;
create index redeem_code_batch on redeem_code (batch_id);

-- Wrong codes that somebody tried.
create table wrong_code (
    id     integer primary key,
    person text not null,
    at     text not null
);
create index wrong_code_person on wrong_code (person, at);

-- Something to tell a person in private, once: `subject` names it. What may have arrived is not
-- repeated; what certainly did not is kept and shown when the person next speaks to the bot.
-- `text` is sealed.
create table notice (
    id       integer primary key,
    person   text not null,
    subject  text not null,
    text     blob not null,
    state    text not null check (state in ('waiting', 'sending', 'sent', 'kept', 'shown', 'unknown')),
    made_at  text not null,
    -- Not before this moment.
    due_at   text not null,
    settled_at text not null default '',
    error    text not null default '',
    unique (person, subject)
);
create index notice_due on notice (state, due_at);

-- Through which bot account somebody last spoke to the bot in private, and since when he is known.
create table contact (
    person   text primary key,
    account  text not null,
    since    text not null,
    seen_at  text not null
) without rowid;

-- The day that decides whether a members' material is in somebody's window: the day it was spoken,
-- the first one where only a month or a year is known, the day it came where nothing is.
alter table material add column dated_on text not null generated always as (
    substr(coalesce(nullif(spoken_on, ''), nullif(published_at, ''), imported_at) || '-01-01', 1, 10)
) virtual;
-- All that who may read what depends on, so that no material is looked at for it.
create index material_open on material (status, access, dated_on, published_at);
