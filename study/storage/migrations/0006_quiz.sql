-- Quizzes: questions made from materials or brought in from banks, plays, attempts, and what each
-- person remembers.

-- A file of questions that people made.
create table question_bank (
    id          integer primary key,
    name        text not null,
    -- SHA-256 of the file: the same one is not taken in twice.
    digest      text not null unique,
    access      text not null check (access in ('free', 'member')),
    imported_by text not null,
    imported_at text not null
);

create table question (
    id          integer primary key,
    kind        text not null
                check (kind in ('choice', 'typed', 'truth', 'several', 'order', 'together')),
    stem        text not null,
    -- What is right, as it is told after the question: a JSON list of pieces, for made questions
    -- verbatim in the paragraph.
    answer      text not null,
    -- The sentence of the source, verbatim; for a bank its explanation, '' for none.
    quote       text not null,
    -- The formulation that the question is about ('' for none); `folded` is its search form.
    phrase      text not null,
    folded      text not null,
    material_id integer references material (id),
    paragraph   integer,
    bank_id     integer references question_bank (id),
    score       real not null,
    -- Why it was made and rated so: a JSON list of Chinese words.
    reasons     text not null,
    -- By what a question is known again when its material's questions are made anew.
    digest      text not null unique,
    -- The same for the same question from another material: a chat is not asked it twice.
    identity    text not null,
    -- live; retired: no longer made by the rules; suspended: flagged by members; deleted by an admin.
    state       text not null check (state in ('live', 'retired', 'suspended', 'deleted')),
    -- A random number, in the order of which questions are drawn.
    draw        real not null,
    check ((material_id is null) <> (bank_id is null))
);
create index question_draw on question (draw) where state = 'live';
create index question_place on question (material_id, paragraph);
create index question_identity on question (identity);
create index question_folded on question (folded);
create index question_state on question (state) where state <> 'live';
create index question_bank_number on question (bank_id) where bank_id is not null;

-- What may be chosen, put in order, named or typed; a question may keep more wrong ones than it
-- shows at once. Attempts name the choice, never a letter.
create table choice (
    id          integer primary key,
    question_id integer not null references question (id),
    -- For an ordering the right place, from 0.
    position    integer not null,
    text        text not null,
    is_right    integer not null check (is_right in (0, 1)),
    -- Whose words a wrong one is: nobody is shown words of what he may not read.
    material_id integer references material (id)
);
create index choice_question on choice (question_id, position);

-- Which other enumerations have an item: those it is listed with make no wrong choices.
create index key_phrase_item_text on key_phrase_item (text);

-- The rules by which a material's questions were made, 0 for not at all.
alter table material add column questioned integer not null default 0;

-- A play in a chat.
create table quiz (
    id         integer primary key,
    chat       text not null,
    account    text not null,
    started_by text not null,
    occasion   text not null check (occasion in ('race', 'open', 'review', 'replay')),
    -- What it was asked for, as JSON (see study/quiz/scope.py).
    scope      text not null,
    rounds     integer not null,
    seconds    integer not null,
    started_at text not null,
    -- '' while it runs.
    ended_at   text not null default '',
    ended_why  text not null default ''
);
create unique index quiz_running on quiz (chat) where ended_at = '';

-- A question that was put to a chat, with the choices (JSON list of numbers) as they were shown.
create table asked (
    id          integer primary key,
    quiz_id     integer not null references quiz (id),
    chat        text not null,
    question_id integer not null references question (id),
    choices     text not null,
    at          text not null,
    -- open while it can be answered; void: a restart came between.
    outcome     text not null default 'open'
                check (outcome in ('open', 'answered', 'unanswered', 'void'))
);
create index asked_chat on asked (chat, question_id, at);
create index asked_question on asked (question_id);
create index asked_quiz on asked (quiz_id);

-- Every answer that was judged.
create table attempt (
    id          integer primary key,
    asked_id    integer not null references asked (id),
    question_id integer not null references question (id),
    person      text not null,
    chat        text not null,
    occasion    text not null,
    -- The numbers of the chosen choices (JSON list), or what was typed (JSON string).
    given       text not null,
    is_right    integer not null check (is_right in (0, 1)),
    -- Points: 1 for winning or being right, one for each item that was named.
    credit      integer not null,
    seconds     real not null,
    hinted      integer not null check (hinted in (0, 1)),
    at          text not null,
    -- The study day, ISO 8601.
    day         text not null
);
create index attempt_person on attempt (person, day);
-- What counts on a board.
create index attempt_points on attempt (chat, day, person, question_id, credit, occasion)
    where credit > 0;
create index attempt_question on attempt (question_id, person);
create index attempt_asked on attempt (asked_id);

-- How many answers a person gave on each study day, so that years of them need not be counted anew.
create table studied (
    person        text not null,
    day           text not null,
    answers       integer not null,
    right_answers integer not null,
    primary key (person, day)
) without rowid;

-- What a person remembers (FSRS): `subject` is question:12 or phrase:四个意识 in search form. Times are UTC.
create table memory (
    person      text not null,
    subject     text not null,
    question_id integer references question (id),
    state       integer not null,
    step        integer,
    stability   real,
    difficulty  real,
    due         text not null,
    last_review text not null,
    -- When the question was answered wrongly, '' once it is answered rightly.
    missed      text not null,
    primary key (person, subject)
) without rowid;
create index memory_due on memory (person, due);
create index memory_missed on memory (person, missed) where missed <> '';

-- How a chat calls its players.
create table player (
    chat   text not null,
    person text not null,
    name   text not null,
    primary key (chat, person)
) without rowid;

-- Who does not want to stand on any board.
create table hidden_player (
    person text primary key,
    since  text not null
) without rowid;

-- Members who say that a question is wrong.
create table question_flag (
    question_id integer not null references question (id),
    person      text not null,
    reason      text not null,
    at          text not null,
    primary key (question_id, person)
) without rowid;
