-- Finding: the index over all paragraphs, and the words that people may have meant.

-- Every character and pair of neighbours of a paragraph's search form (study/search/grams.py).
-- A row's id says where it stands and orders rows by date (study/search/place.py); paragraph 0 is
-- the material's title. No text is kept twice: what is found is verified in the paragraph.
create virtual table gram using fts5 (
    grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
insert into gram (gram, rank) values ('hashsize', 16777216);

-- The version of the rules by which a material was indexed, 0 for not at all.
alter table material add column indexed integer not null default 0;

-- The words of the library, and in how many paragraphs each one stands.
create table word (
    text       text primary key,
    paragraphs integer not null
) without rowid;

-- The heading above a paragraph (its number; 0 where there is none).
alter table paragraph add column section integer not null default 0;
