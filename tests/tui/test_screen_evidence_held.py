"""Evidence that is held already: the list of a claim's pieces, and judging another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence_screen import MINUTES, as_reviewer, at_evidence, pieces, store_with_sources

from db import evidence as stored
from workbench.review.project import init
from workbench.review.session import Session
from workbench.tui.screens.evidence_judging import QUESTION, JudgingScreen
from workbench.tui.screens.evidence_pieces import PiecesScreen
from workbench.tui.screens.evidence_source import SourceScreen
from workbench.tui.screens.page import Page
from workbench.tui.screens.review import ReviewScreen

STORM = "Nine of them were lost in the storm."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_with_sources(tmp_path)


@pytest.fixture
def for_one(store: Path) -> Path:
    """Each claim goes to one reviewer, so that others may judge what she quotes."""
    session = as_reviewer(store, "Zora")
    init(session.database, reviewer="Zora", overlap=1)
    session.close()
    return store


def cite(path: Path, claim: int, quote: str, reviewer: str = "Ada", verdict: str = "") -> None:
    """Let a reviewer cite a quote of the minutes."""
    session = as_reviewer(path, reviewer)
    session.cite_quote(claim, quote, "supports")
    if verdict:
        session.decide(claim, verdict)
    session.close()


def judged(path: Path, reviewer: str = "Ada") -> list[bool]:
    """What a reviewer answered and did not take back, by claim."""
    session = as_reviewer(path, reviewer)
    with session.database.read() as connection:
        found = [one for one in stored.judgements(connection) if one.reviewer == reviewer]
        seqs = {item.claim.id: item.claim.seq for item in session.items(range(1, 9))}
    session.close()
    return [one.sufficient for one in sorted(found, key=lambda one: seqs[one.claim_id])]


async def test_a_piece_is_changed_in_its_place(store: Path) -> None:
    cite(store, 1, STORM)
    async with at_evidence(store) as driver:
        await driver.press("i")
        assert isinstance(driver.top, PiecesScreen)
        (card,) = driver.cards
        assert card.head == "1  + supports · Minutes"
        assert [block.text for block in card.blocks] == [STORM, "verbatim · set 1"]
        await driver.press("r", "2", "a")
        await driver.type("How many were lost?")
        assert driver.cards[0].head.startswith("1  − refutes")
        await driver.press("escape")
        assert "− refutes" in driver.panel and "answers: How many were lost?" in driver.panel
    (piece,) = pieces(store)
    assert (piece.stance, piece.set_no, piece.question) == ("refutes", 2, "How many were lost?")


async def test_what_was_changed_is_taken_back_and_done_again(store: Path) -> None:
    cite(store, 1, STORM)
    cite(store, 1, "It met on 3 May 2018")
    async with at_evidence(store) as driver:
        await driver.press("i", "j", "x")
        assert len(driver.cards) == 1
        await driver.press("u")
        assert len(driver.cards) == 2
        await driver.press("U", "q")
        assert isinstance(driver.top, ReviewScreen) and driver.quote.startswith("The harbour board")
        assert STORM in driver.panel and "3 May" not in driver.panel
        await driver.press("u")
        assert "3 May" in driver.panel
    assert [piece.quote for piece in pieces(store)] == [STORM, "It met on 3 May 2018"]


async def test_sets_are_explained_where_there_are_several(store: Path) -> None:
    cite(store, 1, STORM)
    cite(store, 1, "It met on 3 May 2018")
    async with at_evidence(store) as driver:
        await driver.press("i", "j", "2")
        assert "any one set is enough" in driver.about
        assert isinstance(driver.top, PiecesScreen) and driver.top.cards.cursor == 1


async def test_the_quote_is_shown_in_its_source(store: Path) -> None:
    cite(store, 1, STORM)
    async with at_evidence(store) as driver:
        await driver.press("i", "o")
        assert isinstance(driver.top, SourceScreen)
        assert driver.top.query_one("#article").text == MINUTES  # type: ignore[attr-defined]
        await driver.press("enter")
        assert isinstance(driver.top, PiecesScreen)


async def test_without_evidence_she_is_told_so(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("i")
        assert isinstance(driver.top, ReviewScreen) and "no evidence yet" in driver.notice
        await driver.press("S")
        assert "no evidence of others waits" in driver.notice


async def test_another_judges_with_one_key_each_and_without_a_name(for_one: Path) -> None:
    cite(for_one, 1, STORM, "Zora", "verified")
    cite(for_one, 2, "It met on 3 May 2018", "Zora", "refuted")
    cite(for_one, 3, "It met on 3 May 2018", "Zora", "verified")
    async with at_evidence(for_one) as driver:
        await driver.press("S")
        assert isinstance(driver.top, JudgingScreen) and QUESTION in driver.about
        assert "verdict: ✓ verified" in driver.about
        said = str(driver.cards) + driver.about + driver.told
        assert STORM in said and "Zora" not in said
        await driver.press("y")
        assert "✗ refuted" in driver.about and "2 left" in driver.about
        assert judged(for_one) == [True]  # recorded before the next is asked
        await driver.press("n", "y")
        assert isinstance(driver.top, ReviewScreen)
    assert judged(for_one) == [True, False, True]


async def test_an_answer_is_taken_back_and_asked_again(for_one: Path) -> None:
    cite(for_one, 1, STORM, "Zora", "verified")
    cite(for_one, 2, "It met on 3 May 2018", "Zora", "verified")
    async with at_evidence(for_one) as driver:
        await driver.press("S", "u")
        assert "nothing was answered here" in driver.told
        await driver.press("space", "y", "u")
        assert "2 left" in driver.about and judged(for_one) == []
        await driver.press("n", "?")
        assert isinstance(driver.app.screen, Page)
        await driver.press("q", "q")
        assert isinstance(driver.top, ReviewScreen)
        await driver.press("u")  # on the review screen too
    assert judged(for_one) == []


async def test_a_verdict_that_changed_meanwhile_is_asked_about_again(for_one: Path) -> None:
    cite(for_one, 1, STORM, "Zora", "verified")
    async with at_evidence(for_one) as driver:
        await driver.press("S")
        zora: Session = as_reviewer(for_one, "Zora")
        zora.decide(1, "refuted")
        zora.close()
        await driver.press("y")
        assert "has changed; look again" in driver.told and "✗ refuted" in driver.about
        await driver.press("y")
    assert judged(for_one) == [True]
