-- Finding: the index over all paragraphs, and the words that people may have meant.

-- Every character and pair of neighbours of a paragraph's search form (study/search/grams.py).
-- No text is kept twice: what is found is verified in the paragraph.
create virtual table gram using fts5 (
    grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
insert into gram (gram, rank) values ('hashsize', 16777216);

-- The rows of the index are numbered without gaps: gaps would make it three times as large. A
-- material has those from `first_place` (its title) to `last_place`, the paragraph n being
-- first_place + n. `indexed` is the version of the rules it was indexed by, 0 for not at all.
alter table material add column indexed integer not null default 0;
alter table material add column first_place integer;
alter table material add column last_place integer;
create unique index material_place on material (first_place);

-- The reindexing under way, or interrupted: only it may go on filling the second index.
create table reindexing (token text not null);

-- The words of the library, and in how many paragraphs each one stands.
create table word (
    text       text primary key,
    paragraphs integer not null
) without rowid;

-- The heading above a paragraph (its number; 0 where there is none).
alter table paragraph add column section integer not null default 0;
