-- Reports of resale. Whatever somebody wrote or sent is sealed (study/sealing); what cases are
-- compared by are keyed digests. Times are UTC.

-- By what the keys of this database are known again: one row, from the first start on.
create table key_mark (
    only      integer primary key check (only = 1),
    -- The keyed digest of a fixed word: by another key it would be another.
    comparing text not null,
    -- The same word, sealed as everything else is.
    sealed    blob not null
);

-- What somebody has begun to report, or to add to a case: one at a time for each person.
create table report_draft (
    person     text primary key,
    -- '' for a new report, else the case it adds to.
    case_number text not null default '',
    step       text not null check (step in ('suspect', 'evidence', 'circumstances', 'summary')),
    -- Sealed.
    suspect       blob,
    circumstances blob,
    -- What the person was asked to confirm: everything goes.
    asked      text not null default '' check (asked in ('', 'cancel', 'restart')),
    -- 1 while messages in private go to it; 0 after another command came between.
    in_hand    integer not null check (in_hand in (0, 1)),
    -- The case it became, so that who submits once more is told the same number; the rest is empty.
    receipt    text not null default '',
    begun_at   text not null,
    touched_at text not null
) without rowid;

-- The files of evidence by the SHA-256 of their content; one may belong to several cases.
create table evidence_file (
    digest     text primary key,
    size       integer not null,
    -- jpeg, png, gif, webp, bmp, pdf, zip, docx, txt …, as found in the content.
    kind       text not null,
    stored_at  text not null,
    -- When the content was deleted after its time; the digest stays.
    deleted_at text not null default ''
) without rowid;

-- A piece of evidence, of a draft (then of `drafter`) or of a case.
create table evidence (
    id          integer primary key,
    drafter     text not null default '',
    case_id     integer references resale_case (id),
    -- picture, file, forward, text
    form        text not null check (form in ('picture', 'file', 'forward', 'text')),
    digest      text not null references evidence_file (digest),
    -- The name it was sent under, sealed; '' has none.
    name        blob not null,
    at          text not null,
    check ((drafter = '') <> (case_id is null))
);
create index evidence_drafter on evidence (drafter) where drafter <> '';
create index evidence_case on evidence (case_id);
create index evidence_digest on evidence (digest);

-- What a file is known again by, worked out when it came: as in case_trait.
create table evidence_trait (
    digest text not null references evidence_file (digest),
    kind   text not null check (kind in ('content', 'text', 'sketch', 'link', 'picture',
        'mentioned')),
    trait  text not null,
    primary key (digest, kind, trait)
) without rowid;

-- The marks of a picture (study/evidence/marks.py), packed, and their keys, by which pictures that
-- may be like it are found. Which ones are, is worked out when a picture comes: it gets their
-- digests as traits of kind picture, beside its own.
create table picture (
    id     integer primary key,
    digest text not null unique references evidence_file (digest),
    marks  blob not null
);
create table picture_key (
    key     integer not null,
    picture integer not null references picture (id) on delete cascade,
    primary key (key, picture)
) without rowid;
create index picture_key_picture on picture_key (picture);

create table resale_case (
    id            integer primary key,
    number        text not null unique,
    reporter      text not null,
    state         text not null check (state in (
        'received', 'verifying', 'needs_more', 'confirmed', 'rejected', 'duplicate', 'withdrawn',
        'appealed', 'final')),
    -- What was last decided, '' for nothing; a final case keeps it.
    decision      text not null default ''
                  check (decision in ('', 'confirmed', 'rejected', 'duplicate')),
    -- Sealed.
    suspect       blob not null,
    circumstances blob not null,
    -- The admin who works on it, '' for nobody; who decided it last.
    handler       text not null default '',
    decided_by    text not null default '',
    decided_at    text not null default '',
    -- The case it repeats.
    main_id       integer references resale_case (id),
    appealed_at   text not null default '',
    -- Who made the decision that the appeal is against.
    appealed_from text not null default '',
    received_at   text not null,
    -- The last change of state; what is overdue is counted from here.
    moved_at      text not null,
    -- When it ended, '' while it is open; evidence is kept for some time after.
    closed_at     text not null default '',
    emptied_at    text not null default ''
);
create index resale_case_open on resale_case (received_at) where closed_at = '';
create index resale_case_state on resale_case (state, received_at);
create index resale_case_reporter on resale_case (reporter, received_at);
create index resale_case_closed on resale_case (closed_at) where closed_at <> '' and emptied_at = '';
create index resale_case_ended on resale_case (closed_at, id) where closed_at <> '';
create index resale_case_main on resale_case (main_id) where main_id is not null;

-- What was said and done in a case, in order: moves of state with their reasons, questions,
-- supplements, internal notes. `text` is sealed.
create table case_entry (
    id      integer primary key,
    case_id integer not null references resale_case (id),
    kind    text not null check (kind in (
        'received', 'taken', 'asked', 'supplement', 'decided', 'withdrawn', 'appealed',
        'overturned', 'note', 'reward', 'emptied', 'reopened')),
    person  text not null,
    -- State and decision after it.
    state   text not null,
    decision text not null default '',
    text    blob not null,
    at      text not null
);
create index case_entry_case on case_entry (case_id);

-- What a case can be recognised by: keyed digests of suspect numbers, links, texts and contents;
-- `trait` of a picture is a perceptual hash.
create table case_trait (
    case_id integer not null references resale_case (id),
    kind    text not null check (kind in ('qq', 'group', 'link', 'name', 'content', 'text', 'sketch',
        'picture', 'mentioned')),
    trait   text not null,
    primary key (kind, trait, case_id)
) without rowid;
create index case_trait_case on case_trait (case_id);

-- What a confirmed case brought its reporter: one that stands for each case, given or withheld.
create table reward (
    id          integer primary key,
    case_id     integer not null references resale_case (id),
    person      text not null,
    -- '' for given; else why not: self, capped, reseller.
    withheld    text not null default '' check (withheld in ('', 'self', 'capped', 'reseller')),
    grant_id    integer references membership_grant (id),
    at          text not null,
    reversed_at text not null default '',
    check ((withheld = '') = (grant_id is not null))
);
create unique index reward_case on reward (case_id) where reversed_at = '';
create index reward_person on reward (person, at);
