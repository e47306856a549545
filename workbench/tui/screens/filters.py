"""Choose which claims the queue shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.rows import Filter
from workbench.tui.keys.table import KeyTable
from workbench.tui.screens.page import Choice
from workbench.tui.widgets.claim_list import Row

STATES = (
    ("open", "undecided"),
    ("decided", "decided"),
    ("later", "put off"),
    ("discarded", "discarded"),
)


class Option(NamedTuple):
    """One line of the dialog: what it sets, and how it reads."""

    field: str  # of Filter
    value: str | int | bool
    kind: str
    word: str


def options(
    labels: Sequence[tuple[str, str]],
    tags: Sequence[tuple[str, int]],
    proposers: Sequence[str],
    article_seq: int | None,
) -> list[Option]:
    """All that can be chosen.

    Args:
        labels: id and name of each verdict.
        tags: tags in use with their counts.
        proposers: names of proposers and of reviewers who added claims.
        article_seq: the article on the screen.
    """
    found = []
    if article_seq is not None:
        found.append(Option("article_seq", article_seq, "article", "only this article"))
    found += [Option("state", state, "state", word) for state, word in STATES]
    found += [Option("verdict", label, "verdict", name) for label, name in labels]
    found += [Option("tag", tag, "tag", f"{tag} ({count})") for tag, count in tags]
    found += [Option("proposer", name, "from", name) for name in proposers]
    found.append(Option("phrases", True, "kind", "noun phrases too"))
    return found


def is_on(chosen: Filter, option: Option) -> bool:
    """Whether the filter has this option on."""
    return bool(getattr(chosen, option.field) == option.value)


def toggled(chosen: Filter, option: Option) -> Filter:
    """The filter with this option on, or off where it was on."""
    default = Filter._field_defaults[option.field]
    value = default if is_on(chosen, option) else option.value
    return Filter(**{**chosen._asdict(), option.field: value})


def described(chosen: Filter, labels: Sequence[tuple[str, str]]) -> str:
    """A filter in a few words; "" where it hides nothing."""
    words = [dict(STATES).get(chosen.state, chosen.state), dict(labels).get(chosen.verdict, "")]
    words.append(f"#{chosen.tag}" if chosen.tag else "")
    words.append(f"from {chosen.proposer}" if chosen.proposer else "")
    words.append(f"“{chosen.search}”" if chosen.search else "")
    words.append("this article" if chosen.article_seq is not None else "")
    words.append("with phrases" if chosen.phrases else "")
    return " · ".join(word for word in words if word)


class Filters(Choice[Filter]):
    """Turn lines on and off; answers with the new filter."""

    def __init__(self, chosen: Filter, offered: Sequence[Option], keys: KeyTable) -> None:
        super().__init__("Show only", "space on or off · enter show · esc close", keys)
        self._chosen, self._offered, self._turned = chosen, offered, False

    def on_mount(self) -> None:
        """Show what is on."""
        self._fill(0)

    def toggle(self, row_id: int) -> None:
        """Turn a line on or off, and stay."""
        self._chosen, self._turned = toggled(self._chosen, self._offered[row_id]), True
        self._fill(row_id)

    def pick(self, row_id: int) -> None:
        """Turn the line on where nothing was turned yet, and show the claims."""
        option = self._offered[row_id]
        if not self._turned and not is_on(self._chosen, option):
            self._chosen = toggled(self._chosen, option)
        self.dismiss(self._chosen)

    def _fill(self, current: int) -> None:
        rows = []
        before = ""
        for row_id, option in enumerate(self._offered):
            on = is_on(self._chosen, option)
            glyph, colour = ("●", self.app.theme_variables["success"]) if on else ("○", "")
            kind = "" if option.kind == before else option.kind
            before = option.kind
            rows.append(Row(row_id, glyph, "", colour, option.word, None, False, kind))
        self.show(rows, current)
