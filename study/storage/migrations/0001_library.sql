-- Materials: what the library holds, and how each one came in.
create table material (
    id              integer primary key,
    title           text not null,
    subtitle        text not null default '',
    speaker         text not null default '',
    occasion        text not null default '',
    document_number text not null default '',
    -- ISO 8601, as precise as the source is: 2026, 2026-01 or 2026-01-27; '' where it says nothing.
    spoken_on       text not null default '',
    access          text not null check (access in ('free', 'member')),
    status          text not null check (status in ('draft', 'published', 'withdrawn')),
    sample          integer not null default 0 check (sample in (0, 1)),
    source_name     text not null,
    -- SHA-256 of the paragraphs in search form: two files with the same words are one material.
    fingerprint     text not null,
    -- The smallest shingle hashes of the text (see study/materials/sketch.py).
    sketch          blob not null,
    characters      integer not null,
    excerpts        integer not null,
    imported_at     text not null,
    published_at    text not null default ''
);
create index material_fingerprint on material (fingerprint);
create index material_shelf on material (status, access, spoken_on);

create table tag (
    material_id integer not null references material (id),
    tag         text not null,
    primary key (material_id, tag)
);

create table paragraph (
    material_id integer not null references material (id),
    number      integer not null,
    -- 0 is body text, 1.. the level of a heading.
    level       integer not null,
    text        text not null,
    primary key (material_id, number)
);

-- Passages that can stand alone, verbatim from `start` of their paragraph.
create table excerpt (
    id          integer primary key,
    material_id integer not null,
    paragraph   integer not null,
    start       integer not null,
    text        text not null,
    score       real not null,
    foreign key (material_id, paragraph) references paragraph (material_id, number)
);
create index excerpt_material on excerpt (material_id, score desc);

-- What the importer cut away, with the reason: shown to the admin, never silently lost.
create table cut (
    material_id integer not null references material (id),
    line        integer not null,
    reason      text not null,
    text        text not null
);
create index cut_material on cut (material_id);

-- What a chat was shown on a day, word for word, whatever happens to the library later.
create table daily_excerpt (
    chat        text not null,
    day         text not null,
    material_id integer not null,
    paragraph   integer not null,
    finish      integer not null,
    title       text not null,
    spoken_on   text not null,
    text        text not null,
    shown_at    text not null,
    primary key (chat, day)
);
create index daily_excerpt_material on daily_excerpt (chat, material_id);

-- How far a chat has read on today: the next passage begins after `finish` of `paragraph`.
create table reading (
    chat        text primary key,
    day         text not null,
    material_id integer not null,
    paragraph   integer not null,
    finish      integer not null
);

-- Chats that want the daily excerpt pushed. `minute` is counted from midnight, local time.
create table subscription (
    chat          text primary key,
    account       text not null,
    minute        integer not null check (minute between 0 and 1439),
    working_days  integer not null check (working_days in (0, 1)),
    subscribed_by text not null,
    subscribed_at text not null
);

-- One push to one chat on one day: the intent is committed before the call, the result after.
create table daily_push (
    chat       text not null,
    day        text not null,
    state      text not null check (state in ('sending', 'sent', 'failed', 'unknown')),
    attempts   integer not null,
    error      text not null default '',
    message_id text not null default '',
    at         text not null,
    primary key (chat, day)
);
