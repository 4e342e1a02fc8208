"""Whose turn it is in private chat."""

import asyncio

import pytest


@pytest.fixture(autouse=True)
def loaded(app: object) -> None:
    """NoneBot, without which the module cannot be imported."""


async def test_messages_of_one_person_are_worked_on_in_their_order() -> None:
    from plugins._chat import talks

    done: list[int] = []

    async def work(place: int) -> None:
        async with talks.turn("30001"):
            await asyncio.sleep(0.01 if place % 2 else 0)
            done.append(place)

    await asyncio.gather(*map(work, range(20)))
    assert done == list(range(20))
    assert not talks.needs_turn("30001", "你好", {"/"})


async def test_people_do_not_wait_for_each_other() -> None:
    from plugins._chat import talks

    async with talks.turn("30001"), asyncio.timeout(1), talks.turn("30002"):
        assert talks.needs_turn("30001", "你好", {"/"})


async def test_no_more_wait_than_are_kept_and_who_waits_gets_his_turn() -> None:
    from plugins._chat import talks

    done: list[str] = []
    refused: list[str] = []

    async def work(person: str) -> None:
        try:
            async with talks.turn(person):
                await asyncio.sleep(0)
                done.append(person)
        except talks.Flood:
            refused.append(person)

    people = [f"{person}" for person in range(5) for _ in range(60)]
    await asyncio.gather(*map(work, people))
    assert len(done) + len(refused) == len(people)
    assert max(map(done.count, set(people))) <= talks.MOST_WAITING + 1
    assert len(done) <= talks.MOST_WAITING_IN_ALL + 5
    assert not any(talks.needs_turn(person, "你好", {"/"}) for person in people)


async def test_who_gives_up_waiting_leaves_nothing_behind() -> None:
    from plugins._chat import talks

    async with talks.turn("30001"):
        waiting = asyncio.create_task(talks.turn("30001").__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert not talks.needs_turn("30001", "你好", {"/"})


async def test_one_sees_whether_another_message_comes() -> None:
    from plugins._chat import talks

    async with talks.turn("30001"):
        assert not await talks.more_comes("30001", 0.01)
        later = asyncio.create_task(talks.turn("30001").__aenter__())
        assert await talks.more_comes("30001", 1)
        later.cancel()
        await asyncio.gather(later, return_exceptions=True)


def test_the_same_message_twice_is_known() -> None:
    from plugins._chat import talks

    assert not talks.is_again("10000", "30001", 1_000_077)
    assert talks.is_again("10000", "30001", 1_000_077)
    assert not talks.is_again("10000", "30002", 1_000_077)
    assert not talks.is_again("10000", "30001", 0)
    assert not talks.is_again("10000", "30001", 0)
