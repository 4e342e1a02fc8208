"""Quotations checked against a library."""

from pathlib import Path

import pytest

from benchmarks.misquoting import misquotations
from benchmarks.quotations import absent, fault, library, verbatim, work
from study.materials.draft import draft
from study.materials.source import Line, Source
from study.members.entitlement import EVERYTHING, NOTHING
from study.quotations.asked import Asked
from study.quotations.errors import TooLong, TooShort
from study.quotations.verdict import Kind
from study.services.checking import check
from study.services.reader import Reader
from tests.corpus import corpus_files, needs_corpus, outlined

SENTENCE = "修桥补路要先问过两岸的人，谁家的田、谁家的井，一样一样写进图纸里再动工。"
MEMBER = Reader("群", EVERYTHING)


@needs_corpus
async def test_seeded_mistakes_are_told_and_nothing_is_made_up(tmp_path: Path) -> None:
    documents = [outlined(path) for path in corpus_files()[::8]]
    works = [work(one) for one in documents]
    kept = works[1:]
    async with library(tmp_path, documents[1:]) as database:
        seeded = list(misquotations(7, kept, kept, 3))
        faults = [fault(one, await check(database, MEMBER, one.text)) for one in seeded]
        assert len(seeded) >= 12
        assert sum(map(bool, faults)) <= 1, faults
        for text in verbatim(7, kept, 20):
            assert (await check(database, MEMBER, text)).kind == Kind.SAME, text
        for text in absent(7, works[:1], kept, 5):
            assert not (await check(database, MEMBER, text)).is_found, text


async def test_an_empty_library_has_nothing(tmp_path: Path) -> None:
    async with library(tmp_path, []) as database:
        verdict = await check(database, MEMBER, "坚持人民至上、生命至上", Asked("2026", "2026"))
        assert verdict.kind == Kind.NOT_FOUND
        with pytest.raises(TooShort):
            await check(database, MEMBER, "……！！")
        with pytest.raises(TooLong):
            await check(database, MEMBER, "长" * 5000)


async def test_members_materials_are_no_source_for_others(tmp_path: Path) -> None:
    document = draft("讲话.txt", Source((Line(SENTENCE, whole=True),)))
    async with library(tmp_path, [document]) as database:
        assert (await check(database, MEMBER, SENTENCE)).kind == Kind.SAME
        async with database.transaction() as transaction:
            await transaction.write("update material set access = 'member'")
        assert (await check(database, MEMBER, SENTENCE)).kind == Kind.SAME
        stranger = Reader("群", NOTHING)
        assert (await check(database, stranger, SENTENCE)).kind == Kind.NOT_FOUND
