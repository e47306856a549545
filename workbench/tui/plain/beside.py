"""Earlier verdicts and contradictions in the line mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.tui.plain.words import UsageError, numbers
from workbench.tui.presenting.beside import (
    look_of,
    look_of_related,
    precedent_details,
    related_details,
    verdict_of,
)

if TYPE_CHECKING:
    from workbench.review.beside.look import Beside
    from workbench.review.beside.precedent import Precedent
    from workbench.tui.plain.evidence import Desk


class PlainBeside:
    """The commands on earlier verdicts; remembers what was found last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._beside: Beside | None = None
        self._found: list[Precedent] = []
        self._claim: int | None = None
        self.commands: dict[str, Callable[[str], None]] = {
            "checked": lambda _: self._list(),
            "take": self._take,
            "borrow": self._borrow,
            "contradictions": lambda _: self._contradictions(),
        }

    def alarm(self, claim: int) -> None:
        """Tell of earlier verdicts opposite to the one that was just given."""
        for one in self._looking().precedents(claim).alarms:
            self._desk.say(f"! opposite to an earlier verdict: {verdict_of(one)}: {one.statement}")

    def _looking(self) -> Beside:
        if self._beside is None:
            from workbench.review.beside.look import Beside

            self._beside = Beside(self._desk.session)
        return self._beside

    def _list(self) -> None:
        self._claim = self._desk.current()
        self._found = self._looking().precedents(self._claim).precedents
        for number, one in enumerate(self._found, start=1):
            look = look_of(one)
            self._desk.say(f"{number}. {look.sign} {look.word}")
            for word, text in precedent_details(one):
                self._desk.say(f"   {word}: {text}")
        told = "take N its verdict · borrow N its evidence" if self._found else ""
        self._desk.say(told or "no earlier verdict is near this claim")

    def _take(self, rest: str) -> None:
        precedent = self._numbered(rest, "take N")
        self._desk.took_effect(self._desk.session.take_verdict(self._desk.current(), precedent))

    def _borrow(self, rest: str) -> None:
        precedent = self._numbered(rest, "borrow N")
        self._desk.took_effect(self._desk.session.take_evidence(self._desk.current(), precedent))

    def _numbered(self, rest: str, usage: str) -> Precedent:
        if self._claim != self._desk.current():
            raise UsageError("'checked' lists the earlier verdicts of this claim first")
        (number,) = numbers(rest, 1)
        if not 1 <= number <= len(self._found):
            raise UsageError(f"{usage}: N from 1 to {len(self._found)}")
        return self._found[number - 1]

    def _contradictions(self) -> None:
        from workbench.review.session import statement

        item = self._desk.item()
        if item is None:
            raise UsageError("there is no claim")
        session = self._desk.session
        wanted = statement(item, session.text(item.claim.article_seq))
        related = self._looking().related(item.claim.seq)
        for number, one in enumerate(related, start=1):
            look = look_of_related(one)
            self._desk.say(f"{number}. {look.sign} {look.word}")
            for word, text in related_details(one, wanted):
                self._desk.say(f"   {word}: {text}")
        if not related:
            self._desk.say("no claim contradicts this one, and none agrees")
