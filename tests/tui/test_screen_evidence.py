"""Evidence in the screen: search, mark, take, paste, note an address; by keys on a real store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from evidence_screen import MINUTES, EvidenceDriver, at_evidence, pieces, store_with_sources
from review_screen import states
from screen_store import small_store
from textual.widgets import Input

from workbench.ingest.document import document
from workbench.review.evidence.citable import LATE
from workbench.review.evidence.sources import add_source
from workbench.tui import connect
from workbench.tui.keys.evidence import EVIDENCE
from workbench.tui.palette import KeyCommands
from workbench.tui.screens.evidence import EvidenceScreen
from workbench.tui.screens.evidence_source import SourceScreen
from workbench.tui.screens.page import Page
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.card_list import CardList

QUOTE = "The harbour board was founded in 1911, the minutes say."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return store_with_sources(tmp_path)


async def to_minutes(driver: EvidenceDriver) -> None:
    """Open the search, and go to the passage of the minutes."""
    await driver.press("e")
    while not driver.cards[driver.top.query_one(CardList).cursor].head.endswith("Minutes"):
        await driver.press("j")


async def test_four_keys_give_a_verdict_with_a_quote(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "enter", "s", "1")
        assert driver.quote == "owns forty cranes"
    (piece,) = pieces(store)
    assert piece.stance == "supports" and piece.quote
    assert states(store)[:2] == ["decided", "open"]


async def test_four_keys_typed_ahead_do_the_same(store: Path) -> None:
    async with at_evidence(store) as driver:
        for key in ("e", "enter", "r", "2"):
            driver.app.simulate_key(key)
        await driver.settle()
        assert isinstance(driver.top, ReviewScreen)
        assert driver.quote == "owns forty cranes"
    (piece,) = pieces(store)
    assert piece.stance == "refutes"
    assert states(store)[:2] == ["decided", "open"]


async def test_the_best_passages_come_with_the_likely_quote_marked(store: Path) -> None:
    async with at_evidence(store) as driver:
        await to_minutes(driver)
        assert driver.marked == QUOTE
        assert "search: the claim's statement" in driver.about
        heads = [(card.head, card.aside) for card in driver.cards]
        assert any("Minutes" in head and "Minutes house · 2018-06-01" in a for head, a in heads)
        said = [" ".join(block.text for block in card.blocks) for card in driver.cards]
        own = [at for at, text in enumerate(said) if "the article under review itself" in text]
        assert own and own == list(range(len(said)))[-len(own) :]


async def test_other_words_can_be_searched_for(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "/")
        await driver.pilot.press("ctrl+u")
        await driver.type("cranes lost in the storm")
        assert driver.marked == "Nine of them were lost in the storm."
        assert "cranes lost in the storm" in driver.about


async def test_the_mark_moves_by_words_and_sentences(store: Path) -> None:
    async with at_evidence(store) as driver:
        await to_minutes(driver)
        for key, marked in (
            ("{", "The harbour board was founded in 1911, the minutes say"),
            ("{", "The harbour board was founded in 1911, the minutes"),
            ("]", "harbour board was founded in 1911, the minutes"),
            ("[", "The harbour board was founded in 1911, the minutes"),
            ("}", "The harbour board was founded in 1911, the minutes say"),
            ("+", QUOTE),
            ("+", f"{QUOTE} It owned forty cranes in all."),
            ("-", QUOTE),
            (")", "It owned forty cranes in all."),
            ("(", QUOTE),
        ):
            await driver.press(key)
            assert driver.marked == marked, key
        await driver.press("(")
        assert driver.marked == QUOTE and "nothing more that way" in driver.told
        await driver.press(")", "enter", "c")
    (piece,) = pieces(store)
    assert (piece.quote, piece.stance, piece.check) == (
        "It owned forty cranes in all.", "context", "verbatim"
    )  # fmt: skip


async def test_other_words_are_chosen_in_the_source(store: Path) -> None:
    async with at_evidence(store) as driver:
        await to_minutes(driver)
        await driver.press("o")
        assert isinstance(driver.top, SourceScreen)
        article = driver.top.query_one("#article")
        assert article.text == MINUTES  # type: ignore[attr-defined]
        await driver.press(")", "x", ")", "enter", "s")
    (piece,) = pieces(store)
    assert piece.quote == "It owned forty cranes in all."


async def test_leaving_changes_nothing(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "enter", "escape", "o", "escape", "?")
        assert isinstance(driver.app.screen, Page)
        await driver.press("escape", "escape")
        assert isinstance(driver.top, ReviewScreen)
    assert pieces(store) == ()


async def test_evidence_after_the_claim_is_told_everywhere(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        while "History" not in driver.cards[driver.top.query_one(CardList).cursor].head:
            await driver.press("j")
        card = driver.cards[driver.top.query_one(CardList).cursor]
        told = "published after the claim: 2031-01-01, the claim is of 2020-02-03"
        assert any(block.text == f"! {told}" and block.kind == "warning" for block in card.blocks)
        await driver.press("enter")
        assert told in driver.told
        await driver.press("s")
        assert "! published after the claim" in driver.panel
        assert LATE in driver.notice
    assert pieces(store)[0].flags == (LATE,)


async def test_the_panel_tells_of_the_evidence_and_undo_takes_it_away(store: Path) -> None:
    async with at_evidence(store) as driver:
        await to_minutes(driver)
        await driver.press("s")
        for words in (f"+ supports “{QUOTE}”", "verbatim · Minutes · Minutes house · 2018-06-01"):
            assert words in driver.panel
        await driver.press("u")
        assert QUOTE not in driver.panel
        await driver.press("U")
        assert QUOTE in driver.panel
    assert len(pieces(store)) == 1


async def test_two_keys_use_the_last_evidence_again(store: Path) -> None:
    async with at_evidence(store) as driver:
        await to_minutes(driver)
        await driver.press("s", "1")
        await driver.press("E", "2")
        assert driver.quote == "met every week until 2019"
    (piece,) = pieces(store, 2)
    assert piece.quote == QUOTE
    assert states(store)[:3] == ["decided", "decided", "open"]


async def test_there_may_be_nothing_to_use_again(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("E")
        assert "there is no earlier evidence" in driver.notice


@pytest.mark.parametrize("asked_for", [True, False])
async def test_a_pasted_quote_is_found(store: Path, asked_for: bool) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", *(["p"] if asked_for else []))
        await driver.paste("the harbour  board was founded in 1911,\nthe minutes say")
        assert "supports, refutes or context?" in driver.told
        assert driver.marked == QUOTE.rstrip(".")
        await driver.press("s")
    (piece,) = pieces(store)
    assert piece.check == "typographic" and piece.quote == QUOTE.rstrip(".")


async def test_a_typed_quote_is_found(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "p")
        await driver.type("It met on 3 May 2018")
        await driver.press("r")
    assert [piece.quote for piece in pieces(store)] == ["It met on 3 May 2018"]


async def test_a_difference_is_shown_in_words_and_must_be_confirmed(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste("The harbour board was founded in 1921, the minutes say.")
        card = driver.cards[0]
        wrong = [block.text for block in card.blocks if block.kind == "wrong"]
        assert "≠ 1921 in the quote, 1911 in the source" in wrong
        changed = card.blocks[-1]
        assert [changed.text[a:b] for a, b in changed.strong] == ["[1921 → 1911]"]
        assert "founded in [1921 → 1911], the minutes" in changed.text
        await driver.press("s")  # not taken before it is confirmed
        assert pieces(store) == ()
        await driver.press("s")
    (piece,) = pieces(store)
    assert piece.check == "confirmed" and piece.quote == QUOTE
    assert any("1921" in flag for flag in piece.flags)


PASTED = "The harbour board was founded in 1921, the minutes say."


@pytest.mark.parametrize("moves", ["}", "{", "+", "+-", "]", "(+"])
async def test_a_moved_edge_keeps_the_difference_and_its_confirmation(
    store: Path, moves: str
) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste(PASTED)
        await driver.press(*moves)
        assert "≠ 1921 in the quote, 1911 in the source" in wrong_of(driver)
        assert "≠" in driver.told and "⏎" in driver.told
        marked = driver.marked
        await driver.press("s")
        assert pieces(store) == () and "1921 in the quote" in driver.told
        await driver.press("s")
    (piece,) = pieces(store)
    assert (piece.check, piece.quote) == ("confirmed", marked)
    assert piece.flags[0] == "differs: 1921 in the quote, 1911 in the source"


async def test_words_that_do_not_differ_are_plainly_cited_as_the_sources_own(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste(PASTED)
        await driver.press(")")
        assert wrong_of(driver) == [] and "the source's own words" in driver.told
        assert "(≠)" not in driver.told
        await driver.press("(")  # back at the quote's place, the difference is back
        assert "≠ 1921 in the quote, 1911 in the source" in wrong_of(driver)
        await driver.press(")", "s")
    (piece,) = pieces(store)
    assert piece.check == "verbatim" and piece.quote == "It owned forty cranes in all."


async def test_what_an_edge_cuts_is_asked_by_every_key_until_the_mark_holds_it(store: Path) -> None:
    session = connect(str(store), "Ada")
    add_source(session.database, document("Only two of five filters work.", "filters"))
    session.close()
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste("two of five filters work")
        await driver.press("s", "escape")
        assert pieces(store) == ()
        await driver.press("e")
        await driver.paste("two of five filters work")
        await driver.press("[")
        assert wrong_of(driver) == [] and "the source's own words" in driver.told
        await driver.press("s")
    (piece,) = pieces(store)
    assert (piece.check, piece.quote) == ("verbatim", "Only two of five filters work")


async def test_words_chosen_in_the_source_are_held_against_the_quote(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste(PASTED)
        await driver.press("o", "right", "enter")
        assert "≠ 1921 in the quote, 1911 in the source" in wrong_of(driver)
        assert "⏎ takes its words" in driver.told
        await driver.press("enter", "r")
    (piece,) = pieces(store)
    assert piece.check == "confirmed" and "1921" in piece.flags[0]


def wrong_of(driver: EvidenceDriver) -> list[str]:
    return [block.text for block in driver.cards[0].blocks if block.kind == "wrong"]


async def test_what_the_edge_of_a_quote_cuts_is_shown_and_must_be_confirmed(store: Path) -> None:
    session = connect(str(store), "Ada")
    add_source(session.database, document("Only two of five filters work.", "filters"))
    session.close()
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste("two of five filters work")
        wrong = [block.text for block in driver.cards[0].blocks if block.kind == "wrong"]
        assert wrong == ["≠ “Only” stands right before the quote in the source"]
        assert "differently" in driver.told and pieces(store) == ()
        await driver.press("enter", "s")
    (piece,) = pieces(store)
    assert piece.check == "verbatim" and "Only" in piece.flags[0]


async def test_a_quote_in_several_places_asks_which(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste("The board closed two piers")
        assert "several places" in driver.told and len(driver.cards) == 2
        await driver.press("j", "enter", "s")
    (piece,) = pieces(store)
    assert piece.start == MINUTES.rindex("The board closed two piers")


async def test_a_short_quote_asks_whether_it_is_the_place(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste("the storm")
        assert "under 12 characters" in driver.told
        await driver.press("escape")
        assert isinstance(driver.top, EvidenceScreen) and len(driver.cards) > 1
    assert pieces(store) == ()


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("Penguins nest under the northern lighthouse", "no source says this"),
        ("founded \x1b[31m in 1911", "control character (U+001B at 8)"),
        ("x" * 6000, "at most 5,000 characters"),
        (" \n ", "the quote is empty"),
    ],
)
async def test_what_cannot_be_a_quote_is_refused_in_one_line(
    store: Path, pasted: str, told: str
) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        await driver.paste(pasted)
        assert told in driver.told and "\x1b" not in driver.told
        assert isinstance(driver.top, EvidenceScreen)
    assert pieces(store) == ()


async def test_an_address_without_its_text(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "l")
        await driver.type("https://example.org/a 2031-02-03")
        assert "published after the claim: 2031-02-03" in driver.told
        await driver.press("c")
        assert "not held · https://example.org/a" in driver.panel
    (piece,) = pieces(store)
    assert (piece.check, piece.flags) == ("not held", (LATE,))


@pytest.mark.parametrize("address", ["nowhere", "https://example.org/a yesterday"])
async def test_what_is_no_address_is_refused(store: Path, address: str) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "l")
        await driver.type(address)
        assert "an address" in driver.told
    assert pieces(store) == ()


async def test_a_refused_address_stays_in_the_line(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "l")
        await driver.type("https://example.org/x 2020-13-45")
        assert "behind an address stands its date" in driver.told
        line = driver.top.query_one(Input)
        assert line.value == "https://example.org/x 2020-13-45"
        await driver.press(*["backspace"] * 5)
        await driver.type("11-05")
        await driver.press("s")
    (piece,) = pieces(store)
    assert piece.url == "https://example.org/x" and piece.check == "not held"


async def test_a_question_and_a_set_go_with_the_next_piece(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "2", "a")
        await driver.type("Who founded it?")
        assert "claim of 2020-02-03 · set 2 · answers: Who founded it?" in driver.about
        await driver.press("enter", "3", "s")
        assert "answers: Who founded it?" in driver.panel and "set 3" in driver.panel
    (piece,) = pieces(store)
    assert (piece.set_no, piece.question) == (3, "Who founded it?")


async def test_the_same_place_twice_is_refused_and_the_list_stays(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "s", "e", "enter", "s")
        assert "evidence of this claim already" in driver.told
        assert isinstance(driver.top, EvidenceScreen)
        await driver.press("j", "enter", "s")
    assert len(pieces(store)) == 2


async def test_without_sources_she_is_told_how_to_get_them(tmp_path: Path) -> None:
    path = small_store(tmp_path)
    async with at_evidence(path) as driver:
        await driver.press("e")
        assert "only the article itself" in driver.told and "sources add" in driver.told
        await driver.press("/")
        await driver.pilot.press("ctrl+u")
        await driver.type("zeppelins")
        assert "nothing found" in driver.told
        await driver.press("enter")
        assert "nothing is marked" in driver.told


async def test_a_click_chooses_a_passage_and_a_double_click_takes_it(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        cards = driver.top.query_one(CardList)
        await driver.pilot.click(CardList, offset=(10, cards.size.height // 2))
        await driver.settle()
        chosen = cards.cursor
        assert chosen > 0
        await driver.pilot.click(CardList, offset=(10, cards.size.height // 2), times=2)
        await driver.settle()
        assert cards.cursor == chosen and "supports, refutes or context?" in driver.told


async def test_a_stance_is_of_the_passage_that_was_taken(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e", "enter", "j", "j")
        assert driver.top.query_one(CardList).cursor == 0 and "supports, refutes" in driver.told
        await driver.pilot.click(CardList, offset=(10, driver.top.size.height // 2))
        await driver.settle()
        assert driver.top.query_one(CardList).cursor > 0 and "supports, refutes" not in driver.told
        assert driver.top.mode == EVIDENCE
    assert pieces(store) == ()


async def test_the_palette_knows_the_commands_of_the_screen(store: Path) -> None:
    async with at_evidence(store) as driver:
        await driver.press("e")
        known = {command.id for command in KeyCommands(driver.top)._commands()}
        assert {"evidence-take", "evidence-address", "mark-next"} <= known
        assert "later" not in known and "stance-supports" not in known
        asking = asyncio.ensure_future(driver.top.perform("evidence-set"))
        await driver.pilot.pause()
        await driver.type("12")
        await asking
        assert "set 12" in driver.about


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_every_size_shows_it(store: Path, size: tuple[int, int]) -> None:
    async with at_evidence(store, size) as driver:
        await driver.press("e", "end", "pageup", "home", "pagedown", "enter", "s")
    assert len(pieces(store)) == 1
