"""The list of cards: what stands beside a head, where there is little room."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from workbench.tui.widgets.card import Block, Card
from workbench.tui.widgets.card_list import CardList

TITLE = "1  Minutes of the harbour board and of its committees, with a preface"


class Cards(App[None]):
    def compose(self) -> ComposeResult:
        yield CardList()


async def head(width: int, aside: str) -> str:
    app = Cards()
    async with app.run_test(size=(width, 8)) as pilot:
        cards = app.query_one(CardList)
        cards.show([Card(TITLE, aside, (Block("It owned forty cranes."),))])
        await pilot.pause()
        return cards.render_line(0).text.rstrip()


@pytest.mark.parametrize("width", [40, 60, 72])
async def test_date_and_rank_stay_beside_a_long_publisher(width: int) -> None:
    shown = await head(width, "The Evening Harbour Courier · 2019-05-01 · fuzzy")
    assert shown.startswith("› 1 Min") and shown.endswith("… · 2019-05-01 · fuzzy")


async def test_what_fits_is_not_cut() -> None:
    assert (await head(60, "Courier · no date · 0.53")).endswith(" Courier · no date · 0.53")


async def test_where_nothing_fits_the_last_stays() -> None:
    assert (await head(20, "The Courier · 2019-05-01 · fuzzy")).endswith("… · fuzzy")
