-- Key phrases that the importer found, each where it first stands in its material.
create table key_phrase (
    id          integer primary key,
    material_id integer not null references material (id),
    paragraph   integer not null,
    start       integer not null,
    -- Verbatim; `folded` is its search form, by which it is looked up.
    text        text not null,
    folded      text not null,
    kind        text not null,
    reason      text not null,
    times       integer not null
);
create index key_phrase_folded on key_phrase (folded);
create index key_phrase_material on key_phrase (material_id);

-- The items of an enumeration in the order of the source, verbatim.
create table key_phrase_item (
    phrase_id integer not null references key_phrase (id),
    position  integer not null,
    text      text not null,
    primary key (phrase_id, position)
);
