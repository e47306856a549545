"""The adjudication screen, driven by keys on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import once
from review_screen import reviewing
from screen_store import HARBOUR, fill
from settling_driver import adjudicating
from textual.widgets import Input, Static

from db import gold
from db.integrity.prove import verify
from db.rows import Gold
from workbench.ingest.document import document
from workbench.review import project
from workbench.review.evidence.sources import add_source
from workbench.review.project import open_project
from workbench.review.session import Session, state
from workbench.tui import connect
from workbench.tui.screens.adjudication import AdjudicationScreen
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar
from workbench.tui.widgets.side_by_side import SideBySide

VERDICTS = {
    "anna": ("verified", "verified", "refuted", "verified"),
    "ben": ("verified", "refuted", "refuted", "not-checkable"),
    "carol": ("verified", "refuted", "refuted", None),
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Claims 1 and 3: all agree. Claim 2: two of three. Claim 4: all differ."""
    return decided(tmp_path / "store.db")


@once
def decided(path: Path) -> None:
    fill(path)
    for name, labels in VERDICTS.items():
        session = connect(str(path), name)
        for seq, label in enumerate(labels, start=1):
            if label is None:
                session.discard(seq)
            else:
                session.decide(seq, label)
        session.close()


def gold_of(path: Path, seq: int) -> Gold | None:
    database = open_project(path)
    with database.read() as connection:
        found = gold.of_claims(connection, [seq]).get(seq)
    assert list(verify(database)) == []
    database.close()
    return found


def as_project(path: Path, **settings: object) -> None:
    database = open_project(path)
    project.init(database, reviewer="lena", **settings)  # type: ignore[arg-type]
    database.close()


async def test_the_most_divided_claim_is_first_with_its_reviews(store: Path) -> None:
    session = connect(str(store), "ben")
    session.tag(4, "money")
    session.note(4, "the price [bold]has[/bold] no source")
    start = HARBOUR.index("new pier")
    session.move_span(4, start, start + len("new pier cost 12 million euros"))
    session.cite(4, session.article(1).id, 0, 41, "refutes")
    session.close()
    async with adjudicating(store, size=(180, 50)) as lead:
        assert lead.listed == [4, 2] and lead.claim == 4
        for told in (
            "1 anna", "2 ben", "3 carol", "verified", "not checkable", "discarded", "#money",
            "note: the price [bold]has[/bold] no source", "span: new pier cost 12 million euros",
            "refutes", "The harbour", "not settled",
        ):  # fmt: skip
            assert told in " ".join(lead.reviews.split("\n")), told
        assert "0/2" in lead.header
        assert lead.screen.query_one(ArticleView).text == HARBOUR
        assert "2 disagreements" in lead.notice and "2 claims that all agree on" in lead.notice


async def test_one_key_takes_a_side_and_goes_on(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("2")
        found = gold_of(store, 4)
        assert found is not None and (found.verdict, found.side) == ("not-checkable", "ben")
        assert lead.claim == 2 and "1/2" in lead.header
        assert lead.listed == [4, 2]  # rows do not vanish under her hands
        await lead.press("7")
        assert "there is no column 7" in lead.notice and gold_of(store, 2) is None
        await lead.press("1")
        assert "no disagreement waits for you" in lead.notice
        await lead.press("r")
        assert lead.listed == [] and "Nothing to settle" in lead.reviews


async def test_nothing_is_taken_that_she_has_not_seen(store: Path) -> None:
    async with adjudicating(store) as lead:
        ben = connect(str(store), "ben")
        ben.decide(4, "refuted")
        ben.close()
        await lead.press("2")
        assert "ben has decided otherwise since" in lead.notice
        assert gold_of(store, 4) is None and "refuted" in lead.reviews
        await lead.press("2")
        found = gold_of(store, 4)
        assert found is not None and found.verdict == "refuted"


async def test_what_reviewers_wrote_acts_on_no_terminal(store: Path) -> None:
    evil = "\x1b]52;c;aGk=\x07 [@click=app.quit]x[/] \u202e"
    ben = connect(str(store), "ben")
    ben.note(4, evil)
    ben.reword(4, evil)
    ben.close()
    async with adjudicating(store) as lead:
        await lead.press("x")
        await lead.type("no [b]claim")
        await lead.press("k")
        assert "no [b]claim" in lead.reviews and "[@click=app.quit]" in lead.reviews
        assert not set("\x1b\x07\u202e") & set(lead.reviews)


async def test_a_third_verdict_asks_for_a_reason(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("v")
        await lead.type("not enough evidence")
        await lead.type("both sources are gone")
        found = gold_of(store, 4)
        assert found is not None and found.how == "third"
        assert (found.verdict, found.reason) == ("not-enough-evidence", "both sources are gone")
        await lead.press("v")
        await lead.type("mabye")
        assert "no verdict 'mabye'" in lead.notice
        await lead.press("x")
        await lead.type("")
        assert "needs a reason" in lead.notice and gold_of(store, 2) is None
        await lead.press("x")
        await lead.type("an opinion")
        found = gold_of(store, 2)
        assert found is not None and found.discarded and found.reason == "an opinion"


async def test_unanimous_claims_are_settled_after_a_yes(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("B")
        page = "\n".join(str(text.render()) for text in lead.app.screen.query(Static))
        assert "1  refuted" in page and "1  verified" in page
        await lead.press("n")
        assert gold_of(store, 1) is None
        await lead.press("B", "y")
        assert "2 claims settled" in lead.notice
        assert gold_of(store, 1) is not None and gold_of(store, 3) is not None
        await lead.press("B")
        assert "no claims that all reviewers agree on" in lead.notice
        await lead.press("u")
        assert "undone: 2 decisions" in lead.notice and gold_of(store, 1) is None
        await lead.press("U")
        assert gold_of(store, 1) is not None


async def test_undo_has_no_limit_and_goes_to_its_claim(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("2", "1", "u")
        assert lead.claim == 2 and gold_of(store, 2) is None and "1/2" in lead.header
        await lead.press("u")
        assert lead.claim == 4 and gold_of(store, 4) is None and "0/2" in lead.header
        await lead.press("u")
        assert "nothing to undo" in lead.notice
        await lead.press("U", "U")
        assert gold_of(store, 4) is not None and gold_of(store, 2) is not None


async def test_two_votes_settle_and_votes_are_shown(store: Path) -> None:
    as_project(store, votes=2, leads=["lena", "mona"])
    async with adjudicating(store) as lead:
        assert "2 votes settle" in lead.header
        await lead.press("2")
        assert "1 of 2 votes" in lead.notice and lead.claim == 2
        await lead.press("k")
        assert (
            "1 of 2 votes" in lead.reviews and "lena: – not checkable, side of ben" in lead.reviews
        )
        await lead.press("B", "y", "B")
        assert "no claims that all reviewers agree on" in lead.notice  # she voted on them
    async with adjudicating(store, "mona") as lead:
        assert lead.listed == [4, 2]
        await lead.press("2")
        found = gold_of(store, 4)
        assert found is not None and found.settled and len(found.votes) == 2


async def test_orders_and_moves(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("O")
        assert lead.listed == [2, 4] and lead.claim == 4 and "by article" in lead.header
        await lead.press("home")
        assert lead.claim == 2
        await lead.press("j", "j")
        assert lead.claim == 4
        await lead.press("1", "J")
        assert lead.claim == 2


@pytest.mark.parametrize(("size", "lines"), [((80, 24), 1), ((60, 24), 2), ((180, 50), 1)])
async def test_columns_stand_beside_each_other_where_they_fit(
    store: Path, size: tuple[int, int], lines: int
) -> None:
    async with adjudicating(store, size=size) as lead:
        heads = [line for line in lead.reviews.split("\n") if "anna" in line or "carol" in line]
        assert len(heads) == lines
        await lead.pilot.resize_terminal(120, 40)
        await lead.settle()
        heads = [line for line in lead.reviews.split("\n") if "anna" in line or "carol" in line]
        assert len(heads) == 1


async def test_a_lead_comes_from_the_review_screen_and_goes_back(store: Path) -> None:
    as_project(store, leads=["Ada"])
    async with reviewing(store) as driver:
        await driver.press("A")
        inner = driver.app.screen
        assert isinstance(inner, AdjudicationScreen)
        await driver.pilot.pause()
        await inner.inbox.settled()
        await driver.pilot.press("2")
        await driver.pilot.pause()
        await inner.inbox.settled()
        assert gold_of(store, 4) is not None
        await driver.pilot.press("q")
        await driver.pilot.pause()
        assert driver.app.screen is driver.screen
        await driver.press("1")
        assert "verified" in driver.notice


async def test_who_is_no_lead_is_told_so(store: Path) -> None:
    as_project(store, leads=["lena"])
    async with reviewing(store) as driver:
        await driver.press("A")
        assert "only leads settle claims here: lena" in driver.notice
        assert driver.app.screen is driver.screen


async def test_from_the_review_screen_a_reviewer_sees_what_she_has_decided(store: Path) -> None:
    async with reviewing(store) as driver:  # Ada has decided nothing, and no leads are named
        await driver.press("A")
        inner = driver.app.screen
        assert isinstance(inner, AdjudicationScreen)
        await driver.pilot.pause()
        await inner.inbox.settled()
        shown = str(inner.query_one(SideBySide).query_one(Static).render())
        assert "Nothing to settle" in shown
        assert "0 disagreements" in str(inner.query_one(NoticeBar).render())


def test_a_reviewing_session_is_bound_before_its_first_decision(store: Path) -> None:
    session = connect(str(store), "Ada")
    assert session.disagreements() == [] and session.cases([2, 4]) == []
    session.decide(2, "verified")
    assert [case.claim.seq for case in session.cases([2, 4])] == [2]
    session.close()
    free = connect(str(store), "lena", reviewing=False)
    assert isinstance(free, Session) and free.disagreements() == [4, 2]
    free.close()


async def test_undo_leaves_her_own_review_alone(store: Path) -> None:
    async with adjudicating(store, "ben") as lead:
        await lead.press("u")
        assert "✗ nothing to undo" in lead.notice and lead.listed == [4, 2]
        await lead.press("2", "u", "u")
        assert "nothing to undo" in lead.notice and "0/2" in lead.header
        await lead.press("U", "U")
        assert "nothing to redo" in lead.notice and gold_of(store, 4) is not None
    session = connect(str(store), "ben")
    assert [state(item) for item in session.items([1, 2, 3, 4])] == ["decided"] * 4
    session.close()


async def test_an_act_that_happened_is_told_where_its_claim_cannot_be_shown(store: Path) -> None:
    async with adjudicating(store, "ben") as lead:
        ben = connect(str(store), "ben")  # in another window she takes the next verdict back
        ben.later(2)
        ben.close()
        await lead.press("1")
        assert lead.notice.startswith("! gold: verified") and "reviews are blind" in lead.notice
        assert lead.listed == [] and gold_of(store, 4) is not None


async def test_the_review_is_read_again_when_she_comes_back(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("2")
        await driver.press("A")
        other = connect(str(store), "Ada")
        other.undo()
        other.close()
        await driver.pilot.press("q")
        await driver.settle()
        row = driver.screen.query_one(ClaimList).row(1)
        assert row is not None and row.glyph == "·" and driver.course.queue.done == 0


async def test_what_was_refused_stands_there_when_it_is_asked_again(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("v")
        await lead.type("mabye")
        assert "no verdict 'mabye', so nothing was settled" in lead.notice
        await lead.press("v")
        prompt = lead.screen.query_one(PromptBar)
        assert prompt.query_one(Input).value == "mabye"
        assert "not checkable" in str(prompt.query_one("#prompt-choices", Static).render())
        await lead.press("ctrl+u")
        await lead.type("refuted")
        await lead.type("")
        assert "✗ a third verdict needs a reason" in lead.notice
        await lead.press("v")
        assert prompt.query_one(Input).value == "refuted"
        await lead.press("enter")
        await lead.type("x" * 10)
        found = gold_of(store, 4)
        assert found is not None and (found.verdict, found.reason) == ("refuted", "x" * 10)


async def test_behind_an_empty_verdict_nothing_runs_as_commands(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("2")
        await lead.press("v")
        await lead.type("")
        assert "which verdict?" in lead.notice and lead.screen.query_one(PromptBar).is_open
        await lead.type("because")
        assert "no verdict 'because'" in lead.notice and gold_of(store, 4) is not None
        await lead.press("v", "escape")
        assert not lead.screen.query_one(PromptBar).is_open


async def test_a_discard_without_a_reason_is_told_as_one(store: Path) -> None:
    async with adjudicating(store) as lead:
        await lead.press("x")
        await lead.type("")
        assert lead.notice.startswith("✗ a discard needs a reason")
        assert gold_of(store, 4) is None


async def test_a_source_without_a_title_is_called_by_its_file_as_in_the_review(
    store: Path,
) -> None:
    session = connect(str(store), "ben")
    made = document("The pier cost 12 million euros.", "desk/minutes.txt")
    source = add_source(session.database, made).source_id
    session.cite(4, source, 0, 8, "refutes")
    session.close()
    async with adjudicating(store, size=(180, 50)) as lead:
        assert lead.claim == 4 and "minutes.txt · no date" in lead.reviews
