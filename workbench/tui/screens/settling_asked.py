"""What is asked for a verdict of the lead's own. What was refused stands there when it is asked
again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.tui.plain.words import label_of
from workbench.tui.screens.acting import matching_tags

if TYPE_CHECKING:
    from workbench.review.schemes import Scheme
    from workbench.tui.screens.keyed import KeyedScreen

VERDICT, REASON = "your verdict", "because"
DROP = "discard"
"""The word for a third verdict that says: no claim worth keeping."""

WHICH = "which verdict? ↓ and ⏎ choose one, esc leaves and settles nothing"


class Chosen(NamedTuple):
    """A verdict as it was typed, and its label; None says that this is no claim worth keeping."""

    word: str
    label: str | None


class Asked:
    """Asks for verdict and reason, claim by claim."""

    def __init__(self, screen: KeyedScreen, scheme: Scheme) -> None:
        self._screen, self._scheme = screen, scheme
        self._refused: dict[tuple[int, str], str] = {}  # claim and question → what was typed

    async def verdict(self, claim: int) -> Chosen | None:
        """A verdict; None where she gives up, or there is none of this name."""
        names = [*(label.name for label in self._scheme.labels), DROP]
        typed = self._refused.pop((claim, VERDICT), "")
        while True:
            answer = await self._screen.ask(
                VERDICT, lambda t: matching_tags(t, names) or names, typed
            )
            if answer is None:
                return None
            if answer.strip():
                return self._found(claim, answer.strip())
            typed = ""  # what is typed next is an answer, not commands
            self._screen.say(WHICH, "warning")

    async def reason(self, claim: int, word: str) -> str | None:
        """The reason for a verdict; None where she gives up."""
        typed = self._refused.pop((claim, REASON), "")
        return await self._screen.ask(f"{word}, {REASON}", initial=typed)

    def refused(self, claim: int, reason: str, word: str = "") -> None:
        """Keep what was typed for the next time that this claim is asked about."""
        self._refused[claim, REASON] = reason
        if word:
            self._refused[claim, VERDICT] = word

    def _found(self, claim: int, word: str) -> Chosen | None:
        label = label_of(self._scheme, word)
        if label is None and word != DROP:
            self._refused[claim, VERDICT] = word
            again = self._screen.keys.get("third")
            how = f"; {again.shown} asks again, with what you typed" if again else ""
            self._screen.say(f"no verdict '{word}', so nothing was settled{how}", "error")
            return None
        return Chosen(word, None if word == DROP else label)
