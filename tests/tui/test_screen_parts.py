"""What the screen is made of, without a screen."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.rows import Filter, Progress
from workbench.tui import theme
from workbench.tui.bars import progress_bar
from workbench.tui.screens.acting import matching_tags
from workbench.tui.screens.articles import BAR, article_rows
from workbench.tui.screens.filters import described, options, toggled
from workbench.tui.screens.hits import hits


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_bar_is_full_only_when_all_is_done(done: int, total: int) -> None:
    done = min(done, total)
    bar = progress_bar(done, total, BAR)
    assert len(bar) == BAR
    assert (bar == "━" * BAR) == (total > 0 and done == total)
    assert (bar == "─" * BAR) == (done == 0)


def test_articles_tell_how_far_she_is() -> None:
    rows = article_rows(
        [
            Progress(1, "a", "One", 4, 2, 2, 0, ""),
            Progress(2, "b", None, 4, 1, 0, 1, ""),
            Progress(3, "c", "Three", 0, 0, 0, 0, ""),
            Progress(4, "d", None, 0, 0, 0, 0, "", None, "desk/two.txt"),
        ],
        {"verdict-green": "#008000"},
    )
    assert [row.glyph for row in rows] == ["✓", "◐", "○", "○"]
    assert rows[0].style == "#008000"
    assert [row.tags for row in rows] == ["4/4", "1/4", "0/0", "0/0"]
    assert "untitled" in rows[1].text and rows[3].text.endswith(" two.txt")


@given(st.text(), st.text(max_size=12))
def test_hits_are_as_long_as_the_words_in_order_and_apart(text: str, wanted: str) -> None:
    found = hits(text, wanted)
    lengths = {len(word) for word in wanted.split()}
    assert all(end - start in lengths for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(st.text(), st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.text())
def test_a_word_is_found_where_it_stands(before: str, word: str, behind: str) -> None:
    text = before + word.upper() + behind
    assert any(start <= len(before) < end for start, end in hits(text, word))


def test_hits_are_in_the_text_itself_not_in_a_folded_copy() -> None:
    text = "Straße ﬁn ISTANBUL"
    assert [text[a:b] for a, b in hits(text, "istanbul")] == ["ISTANBUL"]
    assert [text[a:b] for a, b in hits(text, "STRASSE straße")] == ["Straße"]


def test_hits_take_no_pattern_for_a_pattern() -> None:
    assert hits("a.c abc", "a.c") == [(0, 3)]
    assert hits("(x", "(") == [(0, 1)]


TAGS = ["economy", "ecology", "trade union", "#odd"]


def test_tags_complete_by_beginning_and_by_likeness() -> None:
    assert matching_tags("eco", TAGS)[:2] == ["economy", "ecology"]
    assert matching_tags("ECONMY", TAGS)[0] == "economy"
    assert matching_tags("union", TAGS)[0] == "trade union"
    assert matching_tags("", TAGS) == TAGS
    assert matching_tags("zzzz", TAGS) == []


@given(st.text(max_size=20))
def test_any_typing_may_be_completed(typed: str) -> None:
    assert set(matching_tags(typed, TAGS)) <= set(TAGS)


def test_a_filter_turns_on_and_off_line_by_line() -> None:
    offered = options([("yes", "verified")], [("news", 2)], ["rules"], 7)
    chosen = Filter()
    for option in offered:
        chosen = toggled(chosen, option)
    assert chosen == Filter(7, "discarded", "yes", "news", "rules", "", True)
    for option in offered:
        if option.field != "state" or option.value == "discarded":
            chosen = toggled(chosen, option)
    assert chosen == Filter()


def test_a_filter_is_told_in_words() -> None:
    chosen = Filter(1, "later", "yes", "news", "rules", "old tree", False)
    words = described(chosen, [("yes", "verified")])
    for word in ("this article", "put off", "verified", "#news", "from rules", "“old tree”"):
        assert word in words
    assert described(Filter(), []) == ""


def test_all_themes_know_the_same_colours() -> None:
    ours = set(theme.defaults())
    for one in theme.THEMES:
        assert ours <= {*one.variables, "input-selection-background"}


def test_the_theme_goes_around() -> None:
    names = [one.name for one in theme.THEMES]
    assert [theme.following(name) for name in names] == [*names[1:], names[0]]


def test_sixteen_colours_are_the_terminals_own() -> None:
    assert theme.first_theme({"TERM": "linux"}) == theme.TERMINAL.name
    assert theme.first_theme({"TERM": "xterm-256color"}) == theme.DARK.name
    assert theme.first_theme({"TERM": "linux", "COLORTERM": "truecolor"}) == theme.DARK.name
