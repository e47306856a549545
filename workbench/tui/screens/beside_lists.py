"""The lists of what stands beside a claim: earlier verdicts, and claims that contradict it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from workbench.tui.keys.table import PRECEDENT, KeyTable, key_of
from workbench.tui.presenting.beside import (
    Look,
    look_of,
    look_of_related,
    precedent_details,
    related_details,
    verdict_of,
)
from workbench.tui.screens.detailed import DetailedChoice, Details
from workbench.tui.widgets.claim_list import ClaimList, Row

if TYPE_CHECKING:
    from workbench.review.beside.contradicting import Related
    from workbench.review.beside.precedent import Precedent


class Taken(NamedTuple):
    """What she asked for, of which line."""

    command: str  # take-verdict, take-evidence, pick
    at: int


class Precedents(DetailedChoice[Taken]):
    """The earlier verdicts near a claim; answers with what to take over, or where to go."""

    def __init__(self, found: Sequence[Precedent], keys: KeyTable) -> None:
        verdict, evidence = (keys.get(name) for name in ("take-verdict", "take-evidence"))
        taking = [f"{command.shown} {command.word}" for command in (verdict, evidence) if command]
        super().__init__("Earlier verdicts", " · ".join([*taking, "esc close"]), keys)
        self._found = found

    def on_mount(self) -> None:
        """Show them, the most pressing first."""
        colours = self.app.theme_variables
        rows = []
        for at, one in enumerate(self._found):
            look = look_of(one)
            text = f"{look.word} · {verdict_of(one)} · {one.statement}"
            rows.append(_row(at, look, text, colours.get(look.colour, "")))
        self.show(rows, 0)
        self.tell(self.details(0))

    def details(self, row_id: int) -> Details:
        """Verdict, date, link, and what differs."""
        return precedent_details(self._found[row_id])

    def on_key(self, event: events.Key) -> None:
        """Take over; the other keys are those of every list, and are handled there."""
        command = self.keys.find(PRECEDENT, key_of(event))
        current = self.query_one(ClaimList).current_id
        if command is not None and current is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(Taken(command.id, current))

    def pick(self, row_id: int) -> None:
        """Go to the claim, where it is one of this project."""
        if self._found[row_id].seq is not None:
            self.dismiss(Taken("pick", row_id))


class Contradictions(DetailedChoice[int]):
    """The claims that contradict a claim or agree with it; answers with the one to go to."""

    def __init__(self, found: Sequence[Related], wanted: str, keys: KeyTable) -> None:
        super().__init__("Contradicts, agrees", "enter go there · esc close", keys)
        self._found, self._wanted = found, wanted

    def on_mount(self) -> None:
        """Show them, what contradicts first."""
        colours = self.app.theme_variables
        rows = []
        for at, one in enumerate(self._found):
            look = look_of_related(one)
            text = f"{look.word} · {one.statement}"
            rows.append(_row(at, look, text, colours.get(look.colour, "")))
        self.show(rows, 0)
        self.tell(self.details(0))

    def details(self, row_id: int) -> Details:
        """Both sentences and the reason."""
        return related_details(self._found[row_id], self._wanted)

    def pick(self, row_id: int) -> None:
        """Go there."""
        self.dismiss(self._found[row_id].item.claim.seq)


def _row(at: int, look: Look, text: str, colour: str) -> Row:
    return Row(at, look.sign, "", colour, text, None, False, "")
