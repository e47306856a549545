"""The dashboard: its lines for any width, and its screen on a real store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import once
from review_screen import Driver, reviewing
from rich.cells import cell_len
from screen_store import fill
from settling_driver import adjudicating

from db.engine import StoreAwayError
from db.status import ArticleState
from workbench.review import project
from workbench.review.agreement.figures import Figure
from workbench.review.dashboard import Dashboard, Left, Pace
from workbench.review.project import open_project
from workbench.review.schemes import preset
from workbench.review.session import Session
from workbench.tui import connect
from workbench.tui.board import board_lines
from workbench.tui.screens.dashboard import DashboardScreen
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.report_view import ReportView

BOARD = Dashboard(
    totals={"articles": 2, "candidates": 10, "added": 1},
    wanted=2,
    articles=[
        ArticleState(1, "a" * 64, "The harbour \x1b[31m" + "and more " * 30, 6, 5, 3, 8, 2),
        ArticleState(2, "b" * 64, None, 4, 0, 0, 0, 0),
    ],
    reviewers=[
        Pace("anna", 4, 1, 2, 5, "2025-02-03T14:00:00Z", "2025-02-03T15:10:00Z", 12.25, 240.0),
        Pace("Ben 漢字", 3, 0, 0, 7, None, None, None, None),
    ],
    hours=[("2025-02-03T14", 6), ("2025-02-03T15", 2)],
    seconds=12.25,
    per_hour=240.0,
    labels={"verified": 5, "refuted": 2, "an old label": 1},
    discarded=1,
    tags={f"tag {n}": 20 - n for n in range(15)},
    alpha=Figure(0.6117, "", 0.412, 0.803, 5, 10),
    gold={"side": 2},
    assigned=[("anna", "fixed", 3)],
    left=Left(12, 7, 1, 2, 1),
)
EMPTY = Dashboard(
    {"articles": 0, "candidates": 0, "added": 0}, 1, [], [], [], None, None, {}, 0, {},
    Figure(None, "no claim has two reviews"), {}, [], Left(0, 0, 0, 0, 0),
)  # fmt: skip


def drawn(board: Dashboard, width: int) -> list[str]:
    lines = board_lines(board, preset("default"), lambda name: name, width)
    return ["".join(piece.text for piece in line) for line in lines]


def test_it_tells_what_status_tells() -> None:
    told = "\n".join(drawn(BOARD, 120))
    for fact in (
        "2 articles, 10 claims, 2 reviews each", "40 %", "8/20", "3/10", "2/10",
        "12 reviews of 7 claims", "1 disagreement, 2 unanimous", "1 want another lead's",
        "02-03 14h – 02-03 15h UTC, at most 6", "12 s a decision (median)", "240 decisions",
        "Krippendorff's alpha 0.612", "95 % 0.412 to 0.803, 5 claims, 10 reviews",
        "an old label", "tag 11", "and 3 more", "5 of 10 · 12 s a decision · 2 for later",
        "last 2025-02-03 15:10", "anna: 3 fixed", "3/6 complete · 8 reviews · 2 settled",
    ):  # fmt: skip
        assert fact in told, fact
    assert "tag 12" not in told and "\x1b" not in told


def test_reviewers_stand_by_name_and_not_by_rank() -> None:
    lines = drawn(BOARD, 80)
    at = lines.index("Reviewers, by name")
    assert lines[at + 1].startswith("anna") and lines[at + 2].startswith("Ben 漢字")


@pytest.mark.parametrize("width", [20, 40, 78, 96, 118, 200])
@pytest.mark.parametrize("board", [BOARD, EMPTY])
def test_no_line_is_wider_than_the_screen(board: Dashboard, width: int) -> None:
    lines = board_lines(board, preset("default"), lambda name: name, width)
    if width >= 78:
        assert max(sum(cell_len(piece.text) for piece in line) for line in lines) <= width


def test_nothing_decided_is_told_in_words() -> None:
    told = "\n".join(drawn(EMPTY, 80))
    assert "nobody has decided anything yet" in told and "nobody yet" in told
    assert "alpha is not defined: no claim has two reviews" in told
    assert "nan" not in told.lower().split()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return of_ben(tmp_path / "store.db")


@once
def of_ben(path: Path) -> None:
    fill(path)
    session = connect(str(path), "ben")
    session.decide(1, "refuted")
    session.decide(2, "refuted")
    session.tag(1, "secret")
    session.close()


async def board_of(driver: Driver) -> tuple[DashboardScreen, str]:
    screen = driver.app.screen
    assert isinstance(screen, DashboardScreen)
    while "reading" in str(screen.query_one(NoticeBar).render()):
        await driver.pilot.pause()
    return screen, "\n".join(screen.query_one(ReportView).lines)


async def test_it_opens_over_the_review_and_is_blind(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("D")
        screen, told = await board_of(driver)
        assert "blind: verdicts" in str(screen.query_one(NoticeBar).render())
        assert "2 articles, 8 claims" in told and "ben" in told and "2 of 8" in told
        assert "secret" not in told
        assert re.search(r"refuted +0 ", told)
        await driver.pilot.press("q")
        await driver.pilot.pause()
        await driver.press("1")  # Ada decides claim 1: now she may know of it
        await driver.press("D")
        _, told = await board_of(driver)
        assert "secret" in told and re.search(r"refuted +━+ +1 ", told)


async def test_it_is_read_again(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("D")
        _, told = await board_of(driver)
        assert "2 of 8" in told
        other = Session(open_project(store), "ben")
        other.decide(3, "verified")
        other.close()
        await driver.pilot.press("r")
        _, told = await board_of(driver)
        assert "3 of 8" in told


async def test_a_lead_sees_all_from_the_adjudication_screen(store: Path) -> None:
    database = open_project(store)
    project.init(database, reviewer="lena", leads=["lena"])
    database.close()
    async with adjudicating(store) as lead:
        await lead.press("D")
        screen = lead.app.screen
        assert isinstance(screen, DashboardScreen)
        while not (told := "\n".join(screen.query_one(ReportView).lines)):
            await lead.pilot.pause()
        assert "secret" in told
        await lead.press("question_mark")
        await lead.pilot.press("escape", "D")
        await lead.pilot.pause()
        assert lead.app.screen is lead.screen


async def test_a_store_that_is_away_is_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(session: Session) -> Dashboard:
        raise StoreAwayError("the server is gone")

    async with reviewing(store) as driver:
        monkeypatch.setattr(Session, "dashboard", away)
        await driver.press("D")
        screen, told = await board_of(driver)
        assert told == ""
        assert "the server is gone" in str(screen.query_one(NoticeBar).render())
