"""The desk: calls in one thread, in order; failures are told and lose nothing."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from screen_store import small_store

from db.engine import StoreError
from workbench.review.session import ReviewError, Session
from workbench.tui import connect
from workbench.tui.desk import Desk, DeskError


def desk_on(path: Path, told: list[str] | None = None) -> Desk:
    return Desk(lambda: connect(str(path), "Ada"), (told if told is not None else []).append)


async def test_all_calls_run_in_one_thread_that_is_not_the_screens(tmp_path: Path) -> None:
    desk = desk_on(small_store(tmp_path))
    await desk.open()
    threads = [await desk.do(lambda _: threading.get_ident()) for _ in range(3)]
    assert len(set(threads)) == 1 and threading.get_ident() not in threads
    await desk.close()


async def test_calls_run_in_the_order_they_were_made(tmp_path: Path) -> None:
    desk = desk_on(small_store(tmp_path))
    await desk.open()
    done: list[int] = []
    await asyncio.gather(*(desk.do(lambda _, n=n: done.append(n)) for n in range(50)))
    assert done == list(range(50))
    await desk.close()


@pytest.mark.parametrize("error", [ReviewError, StoreError, OSError])
async def test_a_failure_is_one_kind_of_error_and_the_desk_goes_on(
    tmp_path: Path, error: type[Exception]
) -> None:
    desk = desk_on(small_store(tmp_path))
    await desk.open()

    def fail(session: Session) -> None:
        raise error("the disk is full")

    with pytest.raises(DeskError, match="the disk is full"):
        await desk.do(fail)
    assert len(await desk.do(lambda s: s.queue())) == 8
    await desk.close()


async def test_a_long_call_is_told_and_the_word_taken_back(tmp_path: Path) -> None:
    told: list[str] = []
    desk = desk_on(small_store(tmp_path), told)
    await desk.open()
    told.clear()
    release = threading.Event()

    def slow(session: Session) -> str:
        release.wait(10)
        return "done"

    waiting = asyncio.ensure_future(desk.do(slow, "saving"))
    while not told:
        await asyncio.sleep(0.01)
    assert told == ["saving …"]
    release.set()
    assert await waiting == "done"
    assert told == ["saving …", ""]
    await desk.close()


async def test_nothing_is_done_before_the_store_is_open(tmp_path: Path) -> None:
    desk = desk_on(tmp_path / "store.db")
    with pytest.raises(DeskError, match="not open"):
        await desk.do(lambda s: s.undo())
    await desk.close()


async def test_what_is_under_way_is_finished_before_the_store_closes(tmp_path: Path) -> None:
    path = small_store(tmp_path)
    desk = desk_on(path)
    session = await desk.open()
    first = session.queue()[0]
    deciding = asyncio.ensure_future(desk.do(lambda s: s.decide(first, "verified")))
    await asyncio.sleep(0)
    await desk.close()
    await deciding
    again = connect(str(path), "Ada")
    assert again.counts().decided == 1
    again.close()
