-- What somebody who found nothing may have meant: words and key phrases of the library by their
-- sound. A key is computed once, when a term first comes (study/search/term.py).
create table term (
    id        integer primary key,
    -- As it stands in the library.
    text      text not null unique,
    -- How often it was taken in; whether it is a key phrase.
    times     integer not null,
    is_phrase integer not null,
    -- One symbol for each sound (study/search/sounds.py), and how many they are.
    length    integer not null,
    sound     text not null,
    -- The same from behind, and the first letters: null for terms of two characters, which
    -- would have too many neighbours by these.
    backwards text,
    initials  text
);
create index term_sound on term (length, sound);
create index term_backwards on term (length, backwards) where backwards is not null;
create index term_initials on term (initials) where initials is not null;

-- How each character sounds (pinyin without tones, the usual first, blanks between) and what it
-- is taken for by its shape: the bot cannot afford the dictionaries that this comes from.
create table character (
    text       text primary key,
    sounds     text not null,
    lookalikes text not null
) without rowid;
